package tuanju.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.Invariants;
import support.Jobs;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Till;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.coupon.CouponGiving;
import tuanju.cycle.CycleRound;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.member.MemberId;
import tuanju.membership.Memberships;
import tuanju.money.Money;
import tuanju.payment.OfflinePayments;
import tuanju.payment.Payments;

/** What the tests of plans share: a community with a member who may take one, and a till that takes money for it. */
@ModuleTest
abstract class PlanExample {

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    Memberships memberships;

    @Autowired
    Plans plans;

    @Autowired
    Subscribing subscribing;

    @Autowired
    SubscriptionRows rows;

    @Autowired
    PlanEnding ending;

    @Autowired
    Savings savings;

    @Autowired
    CouponGiving coupons;

    @Autowired
    CycleRound round;

    @Autowired
    Payments payments;

    @Autowired
    OfflinePayments cash;

    @Autowired
    Till till;

    @Autowired
    Ledger ledger;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    Neighbourhood home;
    MemberId me;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(3);
        me = home.member(0);
        memberships.join(me, home.id());
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    static PlanDraft draft(Long fen, Integer days, @Nullable Integer off, @Nullable String opens) {
        return new PlanDraft(null, "团友卡", fen, days, off, null, null, null, opens);
    }

    /** ¥30 for thirty days, 5 % less. */
    Plan made() {
        return made(draft(30_00L, 30, 500, null));
    }

    Plan made(PlanDraft draft) {
        return plans.make(new Plans.Maker(home.leader(), false), home.id(), draft);
    }

    /** Taken and paid. */
    Subscription taken(Plan plan) {
        return taken(me, plan);
    }

    Subscription taken(MemberId member, Plan plan) {
        var taken = subscribing.subscribe(member, plan.code());
        pay(taken);
        return again(taken);
    }

    /** Its money arrives, whatever stands of it by now. */
    void pay(Subscription taken) {
        payments.open(Subscribing.request(taken, "offline"));
        cash.received(taken.community(), tryOf(taken), home.leader(), "");
    }

    Subscription again(Subscription taken) {
        return rows.find(taken.community(), taken.code()).orElseThrow();
    }

    /** As if it had begun, and its member ordered, so much earlier. */
    void letTimePass(Subscription taken, Duration time) {
        jdbc.sql("""
            with price as (
                update own_price set begins = begins - make_interval(secs => :time), ends = ends - make_interval(secs => :time)
                where community_id = :community and id = :id
            ), given as (
                update plan_coupon set given_at = given_at - make_interval(secs => :time)
                where community_id = :community and subscription_id = :id
            ), bought as (
                update orders set placed_at = placed_at - make_interval(secs => :time)
                where community_id = :community and buyer_id = :member
            )
            update plan_subscription set starts_at = starts_at - make_interval(secs => :time),
                ends_at = ends_at - make_interval(secs => :time), over_at = over_at - make_interval(secs => :time)
            where community_id = :community and id = :id
            """)
                .param("time", (double) time.toSeconds())
                .param("community", taken.community().value())
                .param("member", taken.member().value())
                .param("id", taken.id())
                .update();
    }

    long balance(Account.Kind kind) {
        return ledger.balance(new Account(kind, home.id().value())).fen();
    }

    Money payable(Code order) {
        return jdbc.sql("select amount_fen from orders where code = ?")
                .param(order.value())
                .query((row, number) -> Money.ofFen(row.getLong(1)))
                .single();
    }

    static void refused(Runnable act, String type) {
        refused(act, it -> assertThat(it.getType()).isEqualTo(type));
    }

    static void refused(Runnable act, Consumer<Refusal> as) {
        assertThat(catchThrowable(act::run)).asInstanceOf(type(Refusal.class)).satisfies(as);
    }

    static boolean isNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(Duration.ofMinutes(1)) < 0;
    }

    private String tryOf(Subscription taken) {
        return jdbc.sql("select code from payment where order_id = ? order by id desc limit 1")
                .param(taken.id())
                .query(String.class)
                .single();
    }
}
