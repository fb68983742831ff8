package tuanju.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import support.Together;
import tuanju.command.Invalid;
import tuanju.cycle.CycleRound;
import tuanju.ledger.Account;
import tuanju.money.Money;
import tuanju.plan.Subscription.Status;
import tuanju.referral.AgainstTheLaw;

@DisplayName("Members take plans, pay for them, and have them until they end")
class TakingPlansTest extends PlanExample {

    @Test
    @DisplayName("I-E1 I-E5 it begins when it is paid, and makes goods cheaper by its price until its end")
    void beginsWhenPaid() {
        var plan = made();
        var cycle = round.open(home, null, CycleRound.eggs(20_00));
        var waits = subscribing.subscribe(me, plan.code());
        assertThat(waits.status()).isEqualTo(Status.PLACED);
        assertThat(payable(round.placed(home, cycle, 0, 1))).isEqualTo(Money.ofYuan("20"));

        pay(waits);

        var runs = again(waits);
        assertThat(runs.status()).isEqualTo(Status.RUNNING);
        assertThat(isNear(runs.term().ends(), Instant.now().plus(Duration.ofDays(30))))
                .isTrue();
        assertThat(payable(round.placed(home, cycle, 0, 1))).isEqualTo(Money.ofYuan("19"));
        assertThat(payable(round.placed(home, cycle, 1, 1))).isEqualTo(Money.ofYuan("20"));
        assertThat(balance(Account.Kind.CUSTOMER_FUNDS)).isEqualTo(30_00);

        letTimePass(runs, Duration.ofDays(31));
        assertThat(payable(round.placed(home, cycle, 0, 1))).isEqualTo(Money.ofYuan("20"));
        jobs.run("plan-keep");
        assertThat(again(runs).status()).isEqualTo(Status.ENDED);
        assertThat(balance(Account.Kind.CUSTOMER_FUNDS)).isZero();
        assertThat(balance(Account.Kind.SALES)).isEqualTo(30_00);
    }

    @Test
    @DisplayName("I-E3 nobody has two, nor waits for two: the second is refused, also of many at one moment")
    void neverTwo() {
        var plan = made();
        var other = made(draft(10_00L, 7, 200, null));
        var tries = Together.run(IntStream.range(0, 6)
                .mapToObj(it ->
                        (Callable<Subscription>) () -> subscribing.subscribe(me, (it % 2 == 0 ? plan : other).code()))
                .toList());
        assertThat(tries.stream().filter(Together.Outcome::succeeded)).hasSize(1);
        refused(() -> subscribing.subscribe(me, plan.code()), "plan-unpaid");

        pay(rows.waiting(home.id(), me).orElseThrow());

        refused(() -> subscribing.subscribe(me, plan.code()), "plan-had");
        assertThatThrownBy(() -> jdbc.sql("""
            insert into plan_subscription select s.community_id, uuidv7(), substr(code, 1, 12) || 'XX', substr(code, 1, 12) || 'YY', plan_id,
                member_id, title, price_fen, days, basis_points, points_percent, campaign_code, served_first, leader_id, seller_id,
                status, placed_at, pay_before, sweep_at, paid_at, starts_at, ends_at, over_at, refund_fen, reminded_at
            from plan_subscription s where member_id = ?
            """).param(me.value()).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("plan_subscription_once");
    }

    @Test
    @DisplayName("it is told of five days before its end, once, and goes on only where its member takes it again")
    void goesOnByConsentAlone() {
        var plan = made();
        var first = taken(plan);
        letTimePass(first, Duration.ofDays(24));
        refused(() -> subscribing.subscribe(me, plan.code()), "plan-had");
        letTimePass(first, Duration.ofDays(2));
        jobs.run("plan-keep");
        jobs.run("plan-keep");
        assertThat(jdbc.sql("select count(*) from notification where member_id = ? and topic = 'plan.told.ends'")
                        .param(me.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        var next = taken(plan);

        assertThat(next.status()).isEqualTo(Status.NEXT);
        assertThat(next.term().starts()).isEqualTo(again(first).term().ends());
        refused(() -> subscribing.subscribe(me, plan.code()), "plan-had");
        letTimePass(first, Duration.ofDays(5));
        letTimePass(next, Duration.ofDays(5));
        jobs.run("plan-keep");
        assertThat(again(first).status()).isEqualTo(Status.ENDED);
        assertThat(again(next).status()).isEqualTo(Status.RUNNING);
        letTimePass(first, Duration.ofDays(31));
        letTimePass(next, Duration.ofDays(31));
        jobs.run("plan-keep");
        assertThat(rows.of(me, 9)).extracting(Subscription::status).containsOnly(Status.ENDED);
    }

    @Test
    @DisplayName("I-E3 while the money of one arrives no other is taken beside it, in whatever order the two tabs come")
    void twoTabs() {
        var plan = made();
        for (int times = 0; times < 4; times++) {
            var member = home.member(times % 2);
            memberships.join(member, home.id());
            var waits = subscribing.subscribe(member, plan.code());
            Together.run(List.<Callable<Boolean>>of(
                    () -> {
                        pay(waits);
                        return true;
                    },
                    () -> subscribing.subscribe(member, plan.code()).isPayable(),
                    () -> subscribing.subscribe(member, plan.code()).isPayable()));
            assertThat(rows.waiting(home.id(), member)).isEmpty();
            assertThat(ending.cancel(member, waits.code())).isEqualTo(Money.ofYuan("29"));
        }
    }

    @Test
    @DisplayName("I-E1 money that comes after its time to pay, or twice, goes back by itself")
    void lateMoneyGoesBack() {
        var waits = subscribing.subscribe(me, made().code());
        payments.open(Subscribing.request(waits, "offline"));
        jdbc.sql("update plan_subscription set sweep_at = now(), pay_before = now() where id = ?")
                .param(waits.id())
                .update();
        jobs.run("plan-keep");
        assertThat(again(waits).status()).isEqualTo(Status.CLOSED);

        pay(waits);

        assertThat(again(waits).status()).isEqualTo(Status.CLOSED);
        assertThat(jdbc.sql("select sum(amount_fen) from refund where order_id = ?")
                        .param(waits.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(30_00);
        assertThat(balance(Account.Kind.CUSTOMER_FUNDS)).isZero();
    }

    @Test
    @DisplayName(
            "C-03 I-E4 no right to earn comes with one: its words are refused by the law, a row by the database, a level stays")
    void opensNoEarning() {
        for (var right : new String[] {"commission", "推荐人", "leader", "level 3"}) {
            refused(
                    () -> made(draft(30_00L, 30, 500, right)),
                    it -> assertThat(((AgainstTheLaw) it).getRule().getId()).isEqualTo("C-03"));
        }
        var plan = made();
        assertThatThrownBy(() -> jdbc.sql("update plan set opens_earning = true where id = ?")
                        .param(plan.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("plan_opens_no_earning");
        var before = memberships.of(me, home.id()).orElseThrow();
        taken(plan);
        assertThat(memberships.of(me, home.id()).orElseThrow().level()).isEqualTo(before.level());
        assertThat(jdbc.sql("select count(*) from referrer where member_id = ?")
                        .param(me.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName(
            "C-17 C-18 what is far below the usual price, dear or long is refused with its law; what gives nothing beside its field")
    void isHeldAgainstTheLaw() {
        refused(() -> made(draft(30_00L, 30, 3_100, null)), "against-the-law-c-17");
        refused(() -> made(draft(1_000_01L, 30, 500, null)), "against-the-law-c-18");
        refused(() -> made(draft(30_00L, 367, 500, null)), "against-the-law-c-18");
        assertThatThrownBy(() -> made(draft(30_00L, 30, null, null))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> made(draft(30_00L, 6, 500, null))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> made(draft(99L, 30, 500, null))).isInstanceOf(Invalid.class);
        assertThat(made(draft(1_000_00L, 366, 3_000, null)).isOpen()).isTrue();
    }

    @Test
    @DisplayName("it is for members, while it is offered, by its own community's leader")
    void forWhom() {
        var plan = made();
        refused(() -> subscribing.subscribe(home.member(1), plan.code()), "plan-of-members");
        var stranger = neighbourhoods.found(1);
        refused(() -> plans.end(new Plans.Maker(stranger.leader(), false), plan.code()), "not-found");
        plans.end(new Plans.Maker(home.leader(), false), plan.code());
        refused(() -> subscribing.subscribe(me, plan.code()), "plan-closed");
        assertThatThrownBy(() -> subscribing.pay(me, taken(made()).code(), "offline"))
                .hasMessage("plan-not-payable");
    }
}
