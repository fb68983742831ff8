package tuanju.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static support.Patience.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import support.Invariants;
import support.TeamNeighbourhoods;
import support.Till;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.membership.Memberships;
import tuanju.money.Money;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.OrderStatus;
import tuanju.order.WhenFull;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.CalledOff;
import tuanju.order.aftersale.LineKeep;
import tuanju.order.book.OrderBook;
import tuanju.order.fulfilment.Handover;
import tuanju.order.paying.OrderCancelling;
import tuanju.payment.OfflinePayments;
import tuanju.points.CheckingIn;
import tuanju.points.PointsDesk;
import tuanju.price.BroughtAlong;
import tuanju.price.Tender;
import tuanju.teambuy.joining.SeatRequest;
import tuanju.teambuy.joining.TeamOpening;

@DisplayName(
        "Whatever happens to orders in whatever order, a coupon is given once and a budget counts what orders keep")
class CouponSequencesTest extends CouponExample {

    private static final int EVENTS = 14;
    private static final OrderChange SOMEBODY = new OrderChange(null, "product-short");

    @Autowired
    private Till till;

    @Autowired
    private TeamNeighbourhoods teams;

    @Autowired
    private TeamOpening opening;

    @Autowired
    private OrderBook orders;

    @Autowired
    private OrderCancelling cancelling;

    @Autowired
    private CalledOff calledOff;

    @Autowired
    private Handover handover;

    @Autowired
    private OfflinePayments offline;

    @Autowired
    private PointsDesk desk;

    @Autowired
    private CheckingIn checkingIn;

    @Autowired
    private Memberships memberships;

    @Autowired
    private TransactionTemplate transaction;

    private final List<Code> placed = new ArrayList<>();
    private final List<Campaign> made = new ArrayList<>();
    private MemberId me = new MemberId(new UUID(0, 0));
    private int steps;

    /** Coupons that go together and that do not, an amount and parts, and two points. */
    @BeforeEach
    void thereIsMuchToGive() {
        me = home.member(0);
        memberships.join(me, home.id());
        desk.switchOn(home.leader(), home.id());
        checkingIn.checkIn(home.id(), me);
        made.add(made(five().off(7_77, 20_00).stacking("a").each(3)));
        made.add(made(five().percent(13, 50_00).stacking("b").each(2)));
        made.add(made(five().percent(3, 1_11).stacking("b")));
        made.forEach(it -> claiming.claim(me, it.code()));
        claiming.claim(me, made.getFirst().code());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 4, 9, 16})
    @DisplayName("I-L11 I-L12 I-L17 I-Q1 I-Q3 tenders are what is payable, and in the end everything is where it was")
    void nothingIsMadeOrLost(long seed) {
        var random = new Random(seed);
        var offer = teams.offer(home, 40_00, 2);
        for (steps = 0; steps < EVENTS; steps++) {
            happen(offer, random);
            if (random.nextBoolean()) {
                settled();
                budgetsCountWhatIsKept();
            }
            placed.forEach(this::addsUp);
        }
        settled();
        budgetsCountWhatIsKept();
        Invariants.check(jdbc);
        placed.forEach(this::end);
        settled();

        made.forEach(it -> {
            var now = campaigns.any(it.code());
            assertThat(now.held().plus(now.given())).isEqualTo(Money.ZERO);
        });
        assertThat(coupons.of(me, null, 20))
                .hasSize(4)
                .allSatisfy(it -> assertThat(it.state()).isEqualTo(OwnCoupon.State.FREE));
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
        var wish = new SeatRequest(
                1 + random.nextInt(4), WhenFull.REFUND, home.point().id(), "", null);
        // one of each group: who names two that do not go together is refused
        var named = new TreeMap<String, String>();
        coupons.of(me, null, 20).stream()
                .filter(it -> it.isFree() && random.nextInt(4) > 0)
                .forEach(it -> named.put(it.terms().stacking(), it.code().value()));
        placed.add(opening.buyAlone(me, offer, wish.bringing(BroughtAlong.only(List.copyOf(named.values()))))
                .code());
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
        if (card.pieces() == 1 || random.nextInt(3) == 0) {
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
            case PAID, CONFIRMED ->
                transaction.executeWithoutResult(
                        status -> calledOff.whole(home.id(), id(order), AdjustmentKind.SHORT, SOMEBODY));
            default -> {}
        }
    }

    private void addsUp(Code order) {
        var price = orders.detail(me, order).price();
        assertThat(price.tenders().stream().map(Tender::amount).reduce(Money.ZERO, Money::plus))
                .isEqualTo(price.payable());
    }

    /** Counted anew from the lines that live orders have now. */
    private void budgetsCountWhatIsKept() {
        long kept = 0;
        for (var order : placed) {
            var status = till.statusOf(order);
            if (status == OrderStatus.CONFIRMED || status == OrderStatus.COLLECTED) {
                kept += orders.detail(me, order).lines().stream()
                        .mapToLong(it -> it.discount().fen())
                        .sum();
            }
        }
        long given = made.stream()
                .mapToLong(it -> campaigns.any(it.code()).given().fen())
                .sum();
        // of two coupons on one line each rounds down
        assertThat(kept - given).isBetween(0L, (long) placed.size());
    }

    private OrderId id(Code order) {
        return new OrderId(till.idOf(order));
    }

    /** Everything that was announced has been heard, and money that goes back was handed over. */
    private void settled() {
        offline.toPayBack(home.id()).forEach(it -> offline.paidBack(home.id(), it.code(), home.leader(), ""));
        await().untilAsserted(() -> assertThat(
                        jdbc.sql("select count(*) from outbox_outstanding where listener_id like 'tuanju.coupon.%'")
                                .query(Integer.class)
                                .single())
                .isZero());
    }
}
