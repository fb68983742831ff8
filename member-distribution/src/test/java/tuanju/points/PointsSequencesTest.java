package tuanju.points;

import static org.assertj.core.api.Assertions.assertThat;
import static support.Patience.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import support.Invariants;
import support.TeamNeighbourhoods;
import tuanju.community.Code;
import tuanju.money.Money;
import tuanju.order.OrderChange;
import tuanju.order.OrderStatus;
import tuanju.order.WhenFull;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.LineKeep;
import tuanju.order.book.OrderBook;
import tuanju.order.fulfilment.Handover;
import tuanju.price.BroughtAlong;
import tuanju.price.Tender;
import tuanju.teambuy.joining.SeatRequest;
import tuanju.teambuy.joining.TeamOpening;

@DisplayName("Whatever happens to orders in whatever order, points are neither made nor lost")
class PointsSequencesTest extends PointsExample {

    private static final int EVENTS = 14;
    private static final OrderChange SOMEBODY = new OrderChange(null, "product-short");

    @Autowired
    private TeamOpening opening;

    @Autowired
    private TeamNeighbourhoods teams;

    @Autowired
    private OrderBook orders;

    @Autowired
    private Handover handover;

    private final List<Code> placed = new ArrayList<>();
    private int steps;

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 5, 8})
    @DisplayName(
            "I-L12 I-L17 I-B2 I-B6 tenders are what is payable, what came back is what was spent, and in the end nothing is left over")
    void nothingIsMadeOrLost(long seed) {
        var random = new Random(seed);
        var offer = teams.offer(home, 40_00, 2);
        give(900);
        for (steps = 0; steps < EVENTS; steps++) {
            happen(offer, random);
            if (random.nextBoolean()) {
                settled();
            }
            placed.forEach(this::addsUp);
        }
        settled();
        Invariants.check(jdbc);
        placed.forEach(this::end);
        settled();

        var now = now();
        assertThat(now.held() + now.pending() + now.debt()).isZero();
        assertThat(now.balance()).isEqualTo(900);
        assertThat(promised()).isEqualTo(900);
    }

    private void happen(Code offer, Random random) {
        if (placed.isEmpty() || random.nextInt(3) == 0) {
            place(offer, random);
            return;
        }
        var order = placed.get(random.nextInt(placed.size()));
        switch (till.statusOf(order)) {
            case PLACED -> payOrCancel(order, random);
            case CONFIRMED -> handOverOrCut(order, random);
            case COLLECTED -> handover.undoCollect(home.id(), id(order), home.leader());
            default -> place(offer, random);
        }
    }

    private void place(Code offer, Random random) {
        int pieces = 1 + random.nextInt(4);
        int points = Math.min(now().balance(), random.nextInt(pieces * 520));
        var wish = new SeatRequest(pieces, WhenFull.REFUND, home.point().id(), "", null);
        var brought = points == 0 ? wish : wish.bringing(BroughtAlong.only(List.of("points-" + points)));
        placed.add(opening.buyAlone(me, offer, brought).code());
    }

    private void payOrCancel(Code order, Random random) {
        if (random.nextInt(4) == 0) {
            cancelling.cancel(me, order);
        } else {
            till.pay(home, me, order);
        }
    }

    private void handOverOrCut(Code order, Random random) {
        var card = orders.card(me, order);
        if (card.pieces() == 1 || random.nextBoolean()) {
            handover.collect(home.id(), id(order), home.leader());
            return;
        }
        var line = orders.detail(me, order).lines().getFirst();
        var keep =
                new LineKeep(AdjustmentKind.SHORT, line.productName(), line.spec(), card.pieces() - 1, "product-short");
        transaction.executeWithoutResult(
                status -> calledOff.some(home.id(), id(order), List.of(keep), SOMEBODY, "step-" + steps));
    }

    private void end(Code order) {
        if (till.statusOf(order) == OrderStatus.COLLECTED) {
            handover.undoCollect(home.id(), id(order), home.leader());
        }
        switch (till.statusOf(order)) {
            case PLACED -> cancelling.cancel(me, order);
            case PAID, CONFIRMED -> callOff(order);
            default -> {}
        }
    }

    private void addsUp(Code order) {
        var price = orders.detail(me, order).price();
        assertThat(price.tenders().stream().map(Tender::amount).reduce(Money.ZERO, Money::plus))
                .isEqualTo(price.payable());
    }

    /** Everything that was announced has been heard. */
    private void settled() {
        await().untilAsserted(() ->
                assertThat(jdbc.sql("""
                        select count(*) from outbox_outstanding where listener_id like 'tuanju.points.%'
                        """).query(Integer.class).single()).isZero());
    }
}
