package tuanju.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static support.Patience.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import support.TeamNeighbourhoods;
import support.Together;
import tuanju.community.Leaders;
import tuanju.coupon.CouponGiving.Gift;
import tuanju.cycle.CycleRound;
import tuanju.ledger.Account;
import tuanju.memberday.MemberDays;
import tuanju.money.Money;
import tuanju.order.WhenFull;
import tuanju.order.paying.OrderCancelling;
import tuanju.plan.Subscription.Status;
import tuanju.teambuy.joining.SeatRequest;
import tuanju.teambuy.joining.TeamOpening;

@DisplayName("A plan is ended any day for the days that are left, and says honestly what it saved")
class EndingPlansTest extends PlanExample {

    @Autowired
    MemberDays days;

    @Autowired
    PlanServedFirst first;

    @Autowired
    TeamNeighbourhoods teams;

    @Autowired
    TeamOpening opening;

    @Autowired
    OrderCancelling cancelling;

    @Autowired
    Leaders leaders;

    @Autowired
    PlanBeginning beginning;

    @Test
    @DisplayName("I-E2 nine days and an hour in, twenty of thirty days go back, to the fen, once; the rest is the"
            + " community's")
    void theDaysThatAreLeft() {
        var cycle = round.open(home, null, CycleRound.eggs(20_00));
        var runs = taken(made(draft(19_99L, 30, 500, null)));
        letTimePass(runs, Duration.ofDays(9).plusHours(1));
        assertThat(again(runs).refundAt(Instant.now())).isEqualTo(Money.ofFen(13_32));

        assertThat(ending.cancel(me, runs.code())).isEqualTo(Money.ofFen(13_32));
        assertThat(ending.cancel(me, runs.code())).isEqualTo(Money.ofFen(13_32));

        assertThat(again(runs).status()).isEqualTo(Status.CANCELLED);
        assertThat(balance(Account.Kind.CUSTOMER_FUNDS)).isZero();
        assertThat(balance(Account.Kind.SALES)).isEqualTo(6_67);
        assertThat(payable(round.placed(home, cycle, 0, 1))).isEqualTo(Money.ofYuan("20"));
        assertThat(jdbc.sql("select sum(amount_fen) from refund where order_id = ?")
                        .param(runs.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(13_32);
    }

    @Test
    @DisplayName(
            "I-E2 of many taps at one moment one ends it; one that has not begun goes back whole, one that is over not"
                    + " at all")
    void once() {
        var plan = made();
        var runs = taken(plan);
        letTimePass(runs, Duration.ofDays(26));
        var next = taken(plan);
        var taps = Together.run(IntStream.range(0, 6)
                .mapToObj(it -> (Callable<Money>) () -> ending.cancel(me, runs.code()))
                .toList());
        assertThat(taps.stream().map(Together.Outcome::value).collect(Collectors.toSet()))
                .isEqualTo(Set.of(Money.ofYuan("3")));
        assertThat(ending.cancel(me, next.code())).isEqualTo(Money.ofYuan("30"));
        assertThat(balance(Account.Kind.SALES)).isEqualTo(27_00);

        var neighbour = home.member(1);
        memberships.join(neighbour, home.id());
        var over = taken(neighbour, plan);
        letTimePass(over, Duration.ofDays(31));
        jobs.run("plan-keep");
        refused(() -> ending.cancel(neighbour, over.code()), "plan-over");
    }

    @Test
    @DisplayName(
            "I-E3 I-E5 where one is ended while the next is paid, the next begins when its member says so, once, and"
                    + " as long")
    void noGap() {
        var runs = taken(made());
        letTimePass(runs, Duration.ofDays(26));
        var next = taken(plans.any(runs.plan()));
        refused(() -> beginning.begin(me, next.code()), "plan-not-yet");
        ending.cancel(me, runs.code());
        assertThat(beginning.canBegin(again(next))).isTrue();

        beginning.begin(me, next.code());
        beginning.begin(me, next.code());

        var begun = again(next);
        assertThat(begun.status()).isEqualTo(Status.RUNNING);
        assertThat(isNear(begun.term().starts(), Instant.now())).isTrue();
        assertThat(Duration.between(begun.term().starts(), begun.term().ends())).isEqualTo(Duration.ofDays(30));
        var cycle = round.open(home, null, CycleRound.eggs(20_00));
        assertThat(payable(round.placed(home, cycle, 0, 10))).isEqualTo(Money.ofYuan("190"));
    }

    @Test
    @DisplayName("an unpaid one is left without money, and makes room for another")
    void unpaidIsLeft() {
        var plan = made();
        var waits = subscribing.subscribe(me, plan.code());
        assertThat(ending.cancel(me, waits.code())).isEqualTo(Money.ZERO);
        assertThat(again(waits).status()).isEqualTo(Status.CLOSED);
        refused(() -> ending.cancel(home.member(1), waits.code()), "not-found");
        assertThat(taken(plan).status()).isEqualTo(Status.RUNNING);
    }

    @Test
    @DisplayName(
            "what it saved is said as it is, also where that is less than it cost, and not what a member day saved by"
                    + " itself")
    void saidHonestly() {
        var cycle = round.open(home, null, CycleRound.eggs(20_00));
        var runs = taken(made());
        till.pay(home, me, round.placed(home, cycle, 0, 10));
        round.placed(home, cycle, 0, 3);

        var poor = savings.of(again(runs));
        assertThat(poor.all()).isEqualTo(Money.ofYuan("10"));
        assertThat(poor.hasPaidOff()).isFalse();
        assertThat(poor.missing()).isEqualTo(Money.ofYuan("20"));

        var today = LocalDate.now(ZoneId.of("Asia/Shanghai")).getDayOfWeek();
        days.open(home.member(2), home.id(), "会员日", 1_000, today.getValue());
        till.pay(home, me, round.placed(home, cycle, 0, 10));
        assertThat(savings.of(again(runs)).all()).isEqualTo(Money.ofYuan("10"));

        jdbc.sql("update member_day set ended_at = now() where community_id = ?")
                .param(home.id().value())
                .update();
        till.pay(home, me, round.placed(home, cycle, 0, 25));
        var rich = savings.of(again(runs));
        assertThat(rich.hasPaidOff()).isTrue();
        assertThat(rich.more()).isEqualTo(Money.ofYuan("5"));
    }

    @Test
    @DisplayName(
            "a leader's plan saved nothing in another leader's cycles, though a member day there takes off as much")
    void savesWithItsLeaderAlone() {
        var other = home.member(1);
        leaders.appoint(other, home.id(), home.leader());
        var runs = taken(plans.make(new Plans.Maker(other, false), home.id(), draft(30_00L, 30, 500, null)));
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai")).getDayOfWeek();
        days.open(home.member(2), home.id(), "会员日", 500, today.getValue());
        var cycle = round.open(home, null, CycleRound.eggs(20_00));
        till.pay(home, me, round.placed(home, cycle, 0, 10));

        assertThat(savings.of(again(runs)).all()).isEqualTo(Money.ZERO);
    }

    @Test
    @DisplayName(
            "it brings a coupon each month of thirty days, one each, and what is unused goes with it when it is ended")
    void aCouponEachMonth() {
        var campaign = coupons.openForPlans(
                home.member(2),
                home.id(),
                new Gift(
                        "每月三元",
                        Money.ofYuan("3"),
                        null,
                        Money.ofYuan("30"),
                        null,
                        Money.ofYuan("100"),
                        Duration.ofDays(200)));
        var plan = plans.make(
                new Plans.Maker(home.member(2), true),
                home.id(),
                new PlanDraft(null, "季卡", 60_00L, 90, null, null, campaign.value(), null, null));
        refused(
                () -> made(new PlanDraft(null, "季卡", 60_00L, 90, null, null, campaign.value(), null, null)),
                "plan-no-such-coupon");
        var runs = taken(plan);
        assertThat(held()).hasSize(1);
        jobs.run("plan-keep");
        assertThat(held()).hasSize(1);

        letTimePass(runs, Duration.ofDays(31));
        jobs.run("plan-keep");
        jobs.run("plan-keep");
        assertThat(held()).hasSize(2);

        ending.cancel(me, runs.code());
        assertThat(held()).isEmpty();
        // I-E6 taken again within the month it brings none
        assertThat(taken(plan).status()).isEqualTo(Status.RUNNING);
        jobs.run("plan-keep");
        assertThat(held()).isEmpty();
        refused(
                () -> plans.make(
                        new Plans.Maker(home.member(2), true),
                        home.id(),
                        new PlanDraft(null, "年卡", 60_00L, 366, null, null, campaign.value(), null, null)),
                "plan-coupon-ends");
    }

    @Test
    @DisplayName("who has one that says so is served first, while it runs")
    void servedFirst() {
        var runs = taken(plans.make(
                new Plans.Maker(home.member(2), true),
                home.id(),
                new PlanDraft(null, "优先卡", 30_00L, 30, null, null, null, true, null)));
        assertThat(first.among(home.id(), List.of(me, home.member(1)))).containsExactly(me);
        ending.cancel(me, runs.code());
        assertThat(first.among(home.id(), List.of(me, home.member(1)))).isEmpty();
    }

    @Test
    @DisplayName("I-E7 one that was on an order when its plan was ended goes when it comes back from it")
    void whatComesBackGoes() {
        var campaign = coupons.openForPlans(
                home.member(2),
                home.id(),
                new Gift(
                        "每月三元",
                        Money.ofYuan("3"),
                        null,
                        Money.ofYuan("30"),
                        null,
                        Money.ofYuan("100"),
                        Duration.ofDays(60)));
        var runs = taken(plans.make(
                new Plans.Maker(home.member(2), true),
                home.id(),
                new PlanDraft(null, "月卡", 30_00L, 30, null, null, campaign.value(), null, null)));
        var offer = teams.offer(home, 40_00, 2);
        var order = opening.buyAlone(
                        me,
                        offer,
                        new SeatRequest(1, WhenFull.REFUND, home.point().id(), "", null))
                .code();
        ending.cancel(me, runs.code());
        assertThat(held()).hasSize(1);
        cancelling.cancel(me, order);
        await().until(() -> held().isEmpty());
        assertThat(told("coupon.told.back")).isZero();
    }

    @Test
    @DisplayName(
            "I-E2 over before anybody looked: nothing goes back, and never less than nothing; nor less than was said")
    void neverLessThanNothing() {
        var runs = taken(made());
        refused(() -> ending.cancel(me, runs.code(), Money.ofYuan("30")), "plan-less-now");
        assertThat(again(runs).status()).isEqualTo(Status.RUNNING);
        letTimePass(runs, Duration.ofDays(32));
        refused(() -> ending.cancel(me, runs.code()), "plan-over");
        assertThat(again(runs).status()).isEqualTo(Status.ENDED);
        assertThat(balance(Account.Kind.SALES)).isEqualTo(30_00);
    }

    @Test
    @DisplayName("who leads no more sells no more, and what binds a whole community is an operator's to sell")
    void whoLeadsNoMore() {
        var plan = made();
        var runs = taken(plan);
        refused(() -> made(new PlanDraft(null, "积分卡", 30_00L, 30, 500, 200, null, null, null)), "plan-operators-only");
        leaders.revoke(home.leader(), home.id(), home.member(2), "搬走了");
        refused(() -> subscribing.subscribe(me, plan.code()), "plan-closed");
        assertThat(plans.any(plan.code()).isOpen()).isFalse();
        assertThat(told("plan.told.leader")).isEqualTo(1);
        assertThat(ending.cancel(me, runs.code())).isEqualTo(Money.ofYuan("29"));
    }

    @Test
    @DisplayName("its member hears once that what went back of it is with them")
    void hearsOfTheirMoney() {
        var runs = taken(made());
        ending.cancel(me, runs.code());
        cash.paidBack(
                home.id(),
                jdbc.sql("select code from refund where order_id = ?")
                        .param(runs.id())
                        .query(String.class)
                        .single(),
                home.leader(),
                "");
        await().untilAsserted(() -> assertThat(told("plan.told.refunded")).isEqualTo(1));
    }

    private int told(String topic) {
        return jdbc.sql("select count(*) from notification where member_id = ? and topic = ?")
                .params(me.value(), topic)
                .query(Integer.class)
                .single();
    }

    private List<String> held() {
        return jdbc.sql("select code from coupon where member_id = ? and withdrawn_at is null")
                .param(me.value())
                .query(String.class)
                .list();
    }
}
