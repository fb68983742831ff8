package tuanju.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static support.Patience.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import support.Invariants;
import support.TeamNeighbourhoods;
import tuanju.community.Code;
import tuanju.coupon.CouponGiving.Gift;
import tuanju.ledger.Account;
import tuanju.link.Links;
import tuanju.link.Target;
import tuanju.money.Money;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.OrderStatus;
import tuanju.order.WhenFull;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.Allowance;
import tuanju.order.aftersale.Allowances;
import tuanju.order.aftersale.CalledOff;
import tuanju.order.aftersale.LineKeep;
import tuanju.order.book.OrderBook;
import tuanju.order.fulfilment.Handover;
import tuanju.order.paying.OrderCancelling;
import tuanju.order.paying.OrderPaying;
import tuanju.payment.Cards;
import tuanju.payment.Credit;
import tuanju.points.GivingPoints;
import tuanju.points.PointsDesk;
import tuanju.price.BroughtAlong;
import tuanju.price.Tender;
import tuanju.referral.Referrers;
import tuanju.teambuy.joining.SeatRequest;
import tuanju.teambuy.joining.TeamOpening;

@DisplayName(
        "Member price, coupons, points, credit, links and refunds in any order: nothing is made and nothing is lost")
class EverythingTogetherTest extends PlanExample {

    private static final int EVENTS = 16;
    private static final int RATE = 800;
    private static final int POINTS = 900;
    private static final OrderChange SOMEBODY = new OrderChange(null, "product-short");

    @Autowired
    TeamNeighbourhoods teams;

    @Autowired
    TeamOpening opening;

    @Autowired
    OrderBook orders;

    @Autowired
    OrderPaying paying;

    @Autowired
    OrderCancelling cancelling;

    @Autowired
    CalledOff calledOff;

    @Autowired
    Allowances allowances;

    @Autowired
    Handover handover;

    @Autowired
    Cards cards;

    @Autowired
    Credit credit;

    @Autowired
    PointsDesk desk;

    @Autowired
    GivingPoints giving;

    @Autowired
    Referrers referrers;

    @Autowired
    Links links;

    @Autowired
    TransactionTemplate transaction;

    private final List<Code> placed = new ArrayList<>();
    private final List<Code> coupon = new ArrayList<>();
    private Code offer = new Code("00000000000000");
    private Code link = new Code("00000000000000");
    private int steps;
    private @Nullable Plan plan;
    private @Nullable Subscription had;

    /** A plan, three coupons, points, a link of a neighbour's, and credit that stays. */
    @BeforeEach
    void thereIsEverything() {
        desk.switchOn(home.leader(), home.id());
        offer = teams.offer(home, 40_00, 2);
        referrers.accept(home.member(1), home.id());
        link = links.make(home.member(1), new Target("offer", offer), "");
        jdbc.sql("insert into wallet (community_id, id, member_id, keeps_differences) values (?, uuidv7(), ?, true)")
                .params(home.id().value(), me.value())
                .update();
        giving.give(home.id(), me, POINTS);
        plan = plans.make(new Plans.Maker(home.member(2), true), home.id(), draft(30_00L, 30, 500, null));
        had = taken(plan);
        for (var off : List.of("3", "7.77", "12")) {
            var gift = new Gift(
                    "券", Money.ofYuan(off), null, Money.ofYuan("45"), null, Money.ofYuan("99"), Duration.ofDays(9));
            var campaign = coupons.open(home.member(2), home.id(), gift);
            coupons.give(me, campaign);
        }
        coupon.addAll(jdbc.sql("select code from coupon where member_id = ?")
                .param(me.value())
                .query((row, number) -> new Code(row.getString("code")))
                .list());
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 7, 21, 42, 77})
    @DisplayName(
            "I-L6 I-L11 I-L12 I-L13 I-L17 I-Q1 I-B2 I-Y2 I-J1 tenders are what is payable, everything comes back at"
                    + " most once, the books are even")
    void nothingIsMadeOrLost(long seed) {
        var random = new Random(seed);
        for (steps = 0; steps < EVENTS; steps++) {
            happen(random);
            if (random.nextBoolean()) {
                settled();
            }
            placed.forEach(this::addsUp);
            nothingIsNegative();
        }
        settled();
        placed.forEach(this::commissionIsCountedFromScratch);
        Invariants.check(jdbc);

        placed.forEach(this::end);
        settled();

        assertThat(inAll()).isEqualTo(POINTS);
        assertThat(sum("select held_fen + given_fen from coupon_campaign where community_id = ?"))
                .isZero();
        assertThat(free()).isEqualTo(coupon.size());
        assertThat(sum("select fen from commission where community_id = ?")).isZero();
        // what came for these orders is credit, or went back by the way it came
        assertThat(sum("select captured_fen - refunded_fen from payment where provider <> 'offline' and"
                        + " community_id = ?"))
                .isZero();
        assertThat(credit.free(home.id(), me).fen())
                .isEqualTo(sum("select left_fen from wallet_lot where community_id = ?"));
        Invariants.check(jdbc);
        nothingIsNegative();
    }

    /** Ended, or taken again, so that what is bought costs now the one price and now the other. */
    private void endOrTakeAgain() {
        var now = again(Objects.requireNonNull(had));
        if (now.isAlive()) {
            var kept = sum("select captured_fen - refunded_fen from payment where order_id = '" + now.id()
                    + "' and community_id = ?");
            assertThat(ending.cancel(me, now.code()).fen()).isBetween(0L, kept);
        } else {
            had = taken(Objects.requireNonNull(plan));
        }
    }

    private void happen(Random random) {
        if (random.nextInt(6) == 0) {
            endOrTakeAgain();
            return;
        }
        if (placed.isEmpty() || random.nextInt(3) == 0) {
            place(random);
            return;
        }
        var order = placed.get(random.nextInt(placed.size()));
        switch (till.statusOf(order)) {
            case PLACED -> payOrCancel(order, random);
            case CONFIRMED -> something(order, random);
            case COLLECTED -> handover.undoCollect(home.id(), id(order), home.leader());
            default -> place(random);
        }
    }

    private void place(Random random) {
        int pieces = 1 + random.nextInt(4);
        var brought = new ArrayList<String>();
        var unused = jdbc.sql("""
            select code from coupon k where member_id = ? and withdrawn_at is null and not exists (
                select from coupon_use u where u.community_id = k.community_id and u.coupon_id = k.id
                    and u.state in ('HELD', 'GIVEN', 'GIVEN_LATE'))
            order by code
            """).param(me.value()).query(String.class).list();
        if (!unused.isEmpty() && random.nextInt(3) > 0) {
            brought.add(unused.get(random.nextInt(unused.size())));
        }
        int some = (int) Math.min(usable() - held(), random.nextInt(pieces * 400));
        if (some > 0 && random.nextBoolean()) {
            brought.add("points-" + some);
        }
        placed.add(opening.buyAlone(me, offer, wish(pieces, random.nextBoolean() ? link : null, brought))
                .code());
    }

    private SeatRequest wish(int pieces, @Nullable Code by, List<String> brought) {
        return new SeatRequest(
                pieces, WhenFull.REFUND, home.point().id(), "", null, by, BroughtAlong.only(List.copyOf(brought)));
    }

    /** By card alone, by credit alone, or by both. */
    private void payOrCancel(Code order, Random random) {
        if (random.nextInt(5) == 0) {
            cancelling.cancel(me, order);
            return;
        }
        var whole = payable(order);
        var there = credit.free(home.id(), me);
        var most = Math.min(there.fen(), whole.fen());
        var some = random.nextBoolean() ? most : random.nextLong(most + 1);
        if (some == whole.fen()) {
            paying.pay(me, order, null, whole);
            return;
        }
        if (some > 0) {
            transaction.executeWithoutResult(
                    status -> credit.setAside(home.id(), id(order).value(), me, Money.ofFen(some)));
        }
        cards.pay(me, order, Money.ofFen(whole.fen() - some));
    }

    private void something(Code order, Random random) {
        var line = orders.detail(me, order).lines().getFirst();
        switch (random.nextInt(4)) {
            case 0 -> handover.collect(home.id(), id(order), home.leader());
            case 1 -> callOff(order);
            case 2 -> {
                if (line.quantity() > 1) {
                    var keep = new LineKeep(
                            AdjustmentKind.SHORT,
                            line.productName(),
                            line.spec(),
                            line.quantity() - 1,
                            "product-short");
                    transaction.executeWithoutResult(
                            status -> calledOff.some(home.id(), id(order), List.of(keep), SOMEBODY, "step-" + steps));
                }
            }
            default -> {
                if (line.net().fen() > 1) {
                    var less = new Allowance(
                            AdjustmentKind.DAMAGED,
                            line.productName(),
                            line.spec(),
                            Money.ofFen(1 + random.nextLong(line.net().fen() / 2)),
                            "product-short",
                            "step-" + steps);
                    transaction.executeWithoutResult(status -> allowances.give(home.id(), id(order), less, SOMEBODY));
                }
            }
        }
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

    private void callOff(Code order) {
        transaction.executeWithoutResult(
                status -> calledOff.whole(home.id(), id(order), AdjustmentKind.SHORT, SOMEBODY));
    }

    private void addsUp(Code order) {
        var price = orders.detail(me, order).price();
        assertThat(price.tenders().stream().map(Tender::amount).reduce(Money.ZERO, Money::plus))
                .isEqualTo(price.payable());
        assertThat(jdbc.sql("select coalesce(max(back), 0) - max(points) from points_hold where order_id = ?")
                        .param(till.idOf(order))
                        .query(Long.class)
                        .optional()
                        .orElse(0L))
                .isNotPositive();
    }

    /** Line by line of what is kept, where it was brought by the link. */
    private void commissionIsCountedFromScratch(Code order) {
        var status = till.statusOf(order);
        boolean brought = jdbc.sql("select exists (select from attribution where order_id = ?)")
                .param(till.idOf(order))
                .query(Boolean.class)
                .single();
        if (status != OrderStatus.CONFIRMED && status != OrderStatus.COLLECTED) {
            return;
        }
        long scratch = brought
                ? orders.detail(me, order).lines().stream()
                        .mapToLong(it -> it.net().fen() * RATE / 10_000)
                        .sum()
                : 0;
        assertThat(sum("select coalesce(sum(fen), 0) from commission where community_id = ? and order_id = '"
                        + till.idOf(order) + "'"))
                .isEqualTo(scratch);
    }

    /** But what is declared to be owed, and what stands for what others keep. */
    private void nothingIsNegative() {
        assertThat(jdbc.sql("""
            select kind from ledger_account
            where balance_fen < 0 and kind not in ('PROVIDER_CLEARING', 'COMMISSION_DEBT', 'POINTS_COST')
            """).query(String.class).list()).isEmpty();
        assertThat(jdbc.sql("select coalesce(sum(balance_fen), 0) from ledger_account")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(ledger.balance(new Account(
                                Account.Kind.CUSTOMER_FUNDS, home.id().value()))
                        .fen())
                .isNotNegative();
    }

    private long usable() {
        return sum("select left_points from points_lot where usable_from <= now() and community_id = ?");
    }

    private long held() {
        return sum("select held_points from points_lot where community_id = ?");
    }

    private long inAll() {
        return sum("select left_points from points_lot where community_id = ?");
    }

    private long free() {
        return sum("""
            select count(*) from coupon k where k.withdrawn_at is null and not exists (
                select from coupon_use u where u.community_id = k.community_id and u.coupon_id = k.id
                    and u.state in ('HELD', 'GIVEN', 'GIVEN_LATE')) and k.community_id = ?
            """);
    }

    private long sum(String query) {
        return jdbc.sql(query).param(home.id().value()).query(Long.class).list().stream()
                .mapToLong(it -> it)
                .sum();
    }

    private OrderId id(Code order) {
        return new OrderId(till.idOf(order));
    }

    /** Everything that was announced has been heard, and the provider gave back what it was asked to. */
    private void settled() {
        cards.giveBack(home.id());
        await().until(() -> {
            jobs.run("hear-again");
            return jdbc.sql("""
                select count(*) from outbox_outstanding where listener_id like 'tuanju.coupon.%'
                    or listener_id like 'tuanju.points.%' or listener_id like 'tuanju.commission.%'
                """).query(Integer.class).single() == 0;
        });
    }
}
