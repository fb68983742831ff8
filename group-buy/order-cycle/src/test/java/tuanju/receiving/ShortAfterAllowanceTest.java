package tuanju.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import support.Invariants;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Till;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.ProductTerms;
import tuanju.money.Money;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.OrderStatus;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.Allowance;
import tuanju.order.aftersale.Allowances;
import tuanju.order.book.OrderBook;
import tuanju.receiving.ShortageConfirming.Yes;

@ModuleTest
@DisplayName("Goods that do not come, of which some of the price went back while their giving-out was on its way")
class ShortAfterAllowanceTest {

    private static final OrderChange WEIGHED = new OrderChange(null, "weighed-less");

    @Autowired
    Receiving receiving;

    @Autowired
    Receipts receipts;

    @Autowired
    ShortagePlanning planning;

    @Autowired
    ShortageConfirming confirming;

    @Autowired
    ShortageSettling settling;

    @Autowired
    ShortageRows shortages;

    @Autowired
    Allowances allowances;

    @Autowired
    CycleRound round;

    @Autowired
    OrderCycles cycles;

    @Autowired
    OrderBook book;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    Till till;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood home;
    private CycleCard cycle;
    private Code order;
    private OrderId id;

    /** One household has two eggs at ¥10, two strawberries at ¥5 and a pear at ¥3; the cut-off is over. */
    @BeforeEach
    void order() {
        home = neighbourhoods.found(1);
        var open = round.open(
                home,
                null,
                CycleRound.eggs(10_00),
                CycleRound.cased(5_00, 1),
                CycleRound.pears(3_00, new ProductTerms(1, null)));
        order = round.paid(home, open, 0, 2, 2, 1);
        round.letTheCutOffCome(open);
        round.decide(open);
        cycle = cycles.byCode(open.code());
        id = new OrderId(till.idOf(order));
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    @ParameterizedTest(name = "of ¥20 went back {0} fen")
    @CsvSource({"1", "100", "1999", "2000"})
    @DisplayName("of two products that do not come at all the rest of their price goes back, once")
    void theRestGoesBack(long before) {
        confirm(0, 0);
        give("散养鸡蛋", "30枚", before, "eggs");
        settling.settle(home.id(), cycle.id(), id);

        assertThat(till.refundedFen(order)).isEqualTo(20_00 + 10_00);
        assertThat(till.statusOf(order)).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(book.detail(home.member(0), order).lines())
                .singleElement()
                .satisfies(it -> assertThat(it.net()).isEqualTo(Money.ofFen(3_00)));
        assertThat(shortages.rounds(cycle)).singleElement().matches(ShortageRows.Round::isDone);
        settling.settle(home.id(), cycle.id(), id);
        assertThat(till.refundedFen(order)).isEqualTo(30_00);
    }

    @Test
    @DisplayName("of a half that comes its part of the price goes back, as far as that did not")
    void partOfIt() {
        confirm(1, 1);
        give("散养鸡蛋", "30枚", 15_00, "eggs");
        give("本地草莓", "1斤", 1_00, "berries");
        settling.settle(home.id(), cycle.id(), id);

        assertThat(till.refundedFen(order)).isEqualTo(20_00 + 1_00 + 5_00);
        assertThat(shortages.rounds(cycle)).singleElement().matches(ShortageRows.Round::isDone);
    }

    @Test
    @DisplayName("where nothing comes the whole order goes back, less what went back before")
    void nothingComes() {
        confirm(0, 0, 0);
        give("散养鸡蛋", "30枚", 1_00, "eggs");
        settling.settle(home.id(), cycle.id(), id);

        assertThat(till.standingOf(order)).isEqualTo(new Till.Standing(OrderStatus.REFUNDED, 33_00));
    }

    private void give(String name, String spec, long fen, String key) {
        var allowance = new Allowance(AdjustmentKind.WEIGHED, name, spec, Money.ofFen(fen), "weighed-less", key);
        transaction.executeWithoutResult(it -> allowances.give(home.id(), id, allowance, WEIGHED));
    }

    private void confirm(int... arrived) {
        var names = List.of("散养鸡蛋", "本地草莓", "翠冠梨");
        for (int i = 0; i < arrived.length; i++) {
            var name = names.get(i);
            var goods = receipts.of(cycle).stream()
                    .filter(it -> it.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            receiving.count(home.leader(), cycle, goods.product(), new Count(arrived[i], 0, "", null, null));
        }
        var plan = planning.plan(cycle, SharePolicy.EQUAL_SHARE, Set.of());
        confirming.confirm(home.leader(), cycle, new Yes(plan.policy(), Set.of(), plan.token()));
    }
}
