package tuanju.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Till;
import tuanju.address.Door;
import tuanju.command.Invalid;
import tuanju.community.PickupPoints;
import tuanju.cycle.closing.CycleExtending;
import tuanju.cycle.ordering.CycleOrdering;
import tuanju.cycle.planning.CycleOpening;
import tuanju.money.Money;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;

@ModuleTest
class CyclePointsTest {

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private CycleRound round;

    @Autowired
    private Till till;

    @Autowired
    private CycleOpening opening;

    @Autowired
    private CycleOrdering ordering;

    @Autowired
    private CycleExtending extending;

    @Autowired
    private CyclePoints cyclePoints;

    @Autowired
    private OrderCycles cycles;

    @Autowired
    private OrderBook book;

    @Autowired
    private PickupPoints pickupPoints;

    @Autowired
    private JdbcClient jdbc;

    private final Instant cutOff = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(3, ChronoUnit.HOURS);
    private Neighbourhood home;
    private CyclePoint gate;
    private CyclePoint shop;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(3);
        gate = new CyclePoint(
                PickupPlace.of(home.point()), cutOff.plus(12, ChronoUnit.HOURS), cutOff.plus(20, ChronoUnit.HOURS));
        var place = new tuanju.community.PickupPlace("水果店", "东门外", "东门外12号后门", "全天", "报房号");
        shop = new CyclePoint(
                PickupPlace.of(pickupPoints.open(home.id(), home.leader(), place)),
                cutOff.plus(36, ChronoUnit.HOURS),
                cutOff.plus(40, ChronoUnit.HOURS));
    }

    @Test
    void eachOrderIsCollectedWhereItsBuyerChoseAndWhenThatPointSays() {
        var cycle = open(gate, shop);

        order(cycle, 0, gate.point());
        order(cycle, 1, shop.point());

        assertThat(book.expectedOf(home.id(), cycle.id()))
                .extracting(OrderSheet::pickupPointName, OrderSheet::pickupFrom)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("3号门", gate.from()),
                        org.assertj.core.groups.Tuple.tuple("水果店", shop.from()));
    }

    @Test
    void nobodyIsSentToAPointTheyDidNotChoose() {
        var cycle = open(gate, shop);

        assertThatThrownBy(() -> order(cycle, 0, null)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> order(cycle, 0, UUID.randomUUID())).isInstanceOf(Invalid.class);
    }

    @Test
    void whereThereIsOnePointNothingIsAsked() {
        var cycle = open(shop);

        order(cycle, 0, null);

        assertThat(book.expectedOf(home.id(), cycle.id()).getFirst().pickupPointName())
                .isEqualTo("水果店");
    }

    @Test
    void itsPickupTimesSpanThoseOfItsPoints() {
        var cycle = cycles.byCode(open(shop, gate).code());

        assertThat(cycle.pickupFrom()).isEqualTo(gate.from());
        assertThat(cycle.pickupUntil()).isEqualTo(shop.until());
        assertThat(cycle.pickupPlace()).isEqualTo(shop.place());
        assertThat(cycle.mainPoint()).isEqualTo(shop);
        assertThat(cyclePoints.of(cycle)).containsExactly(shop, gate);
    }

    @Test
    void noPointIsCollectedBeforeTheCutOffNorEndsBeforeItBegins() {
        var early = new CyclePoint(shop.place(), cutOff.minusSeconds(1), shop.until());
        var backwards = new CyclePoint(shop.place(), shop.until(), shop.from());

        assertThatThrownBy(() -> open(gate, early))
                .isInstanceOfSatisfying(
                        Invalid.class, it -> assertThat(it.getField()).isEqualTo("points[1].pickupFrom"));
        assertThatThrownBy(() -> open(gate, backwards))
                .isInstanceOfSatisfying(
                        Invalid.class, it -> assertThat(it.getField()).isEqualTo("points[1].pickupUntil"));
        assertThatThrownBy(() -> open(gate, gate)).isInstanceOf(Invalid.class);
        assertThatThrownBy(this::open).isInstanceOf(Invalid.class);
    }

    @Test
    @DisplayName("an extension moves only the points that would begin too early, and only their orders")
    void anExtensionMovesOnlyThePointsThatWouldBeginTooEarly() {
        var cycle = open(new Minimum(Minimum.Kind.PIECES, 99), gate, shop);
        order(cycle, 0, gate.point());
        order(cycle, 1, shop.point());
        var shortOfIt = comeToDecide(cycle);

        var later = extending.extend(home.leader(), shortOfIt);

        assertThat(cyclePoints.of(later))
                .containsExactly(
                        new CyclePoint(
                                gate.place(),
                                gate.from().plus(1, ChronoUnit.DAYS),
                                gate.until().plus(1, ChronoUnit.DAYS)),
                        shop);
        assertThat(cyclePoints.asPlanned(later)).containsExactly(gate, shop);
        assertThat(later.pickupFrom()).isEqualTo(gate.from().plus(1, ChronoUnit.DAYS));
        assertThat(book.expectedOf(home.id(), cycle.id()))
                .extracting(OrderSheet::pickupFrom)
                .containsExactlyInAnyOrder(gate.from().plus(1, ChronoUnit.DAYS), shop.from());
    }

    @Test
    @DisplayName("the table itself refuses a cycle without a point, and times its points do not say")
    void theTableRefusesWhatItsPointsDoNotSay() {
        var cycle = open(gate, shop);

        assertThatThrownBy(() -> jdbc.sql("delete from cycle_point where cycle_id = ? and position = 0")
                        .param(cycle.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() ->
                        round.force(cycle, "update order_cycle set pickup_until = pickup_until + interval '1 hour'"))
                .hasMessageContaining("is not collected when its points say");
    }

    private CycleCard comeToDecide(CycleCard cycle) {
        round.force(cycle, "update order_cycle set decide_by = now() + interval '1 hour'");
        return cycles.byCode(cycle.code());
    }

    private CycleCard open(CyclePoint... points) {
        return open(null, points);
    }

    private CycleCard open(@Nullable Minimum minimum, CyclePoint... points) {
        var plan = new CyclePlan(
                "周三水果",
                List.of(CycleRound.eggs(29_90)),
                Instant.now().minusSeconds(60),
                cutOff,
                List.of(points),
                new CycleTerms(minimum, null));
        return opening.open(home.leader(), home.id(), plan);
    }

    private void order(CycleCard cycle, int member, @Nullable UUID point) {
        var eggs = cycles.products(cycle).getFirst().id();
        var wish = new CycleOrdering.Wish(Map.of(eggs, 1), Map.of(), Door.of("86", "80" + member), "", point);
        var placed = ordering.order(home.member(member), cycle.code(), wish);
        assertThat(placed.amount()).isEqualTo(Money.ofYuan("29.90"));
        till.pay(home, home.member(member), placed.code());
    }
}
