package tuanju.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static support.Patience.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import support.Jobs;
import support.TeamNeighbourhoods;
import support.Till;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.coupon.OwnCoupon.State;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.ProductTerms;
import tuanju.member.MemberId;
import tuanju.membership.Memberships;
import tuanju.money.Money;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.WhenFull;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.CalledOff;
import tuanju.order.aftersale.LineKeep;
import tuanju.order.book.OrderBook;
import tuanju.order.fulfilment.Handover;
import tuanju.payment.OfflinePayments;
import tuanju.price.Basket;
import tuanju.price.BroughtAlong;
import tuanju.price.Discounts;
import tuanju.price.Price;
import tuanju.price.Pricing;
import tuanju.price.Unmet;
import tuanju.teambuy.joining.SeatRequest;
import tuanju.teambuy.joining.TeamOpening;

@DisplayName("What comes back of orders, and for whom coupons are")
class WhatComesBackTest extends CouponExample {

    @Autowired
    private CycleRound round;

    @Autowired
    private Till till;

    @Autowired
    private OrderBook orders;

    @Autowired
    private TeamNeighbourhoods teams;

    @Autowired
    private TeamOpening opening;

    @Autowired
    private CalledOff calledOff;

    @Autowired
    private Handover handover;

    @Autowired
    private OfflinePayments offline;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Memberships memberships;

    @Autowired
    private Pricing pricing;

    @Autowired
    private TransactionTemplate transaction;

    private @Nullable CycleCard cycle;
    private MemberId me = new MemberId(new UUID(0, 0));

    @BeforeEach
    void thereAreGoods() {
        me = home.member(0);
        cycle = round.open(
                home,
                null,
                CycleRound.eggs(20_00),
                CycleRound.cased(10_00, 1),
                CycleRound.pears(7_00, new ProductTerms(1, null)));
    }

    @Test
    @DisplayName("I-L11 a fixed coupon over three lines gives its amount once, to the fen")
    void overThreeLinesOnce() {
        claiming.claim(me, made(five().off(5_00, 20_00)).code());

        var detail = orders.detail(me, placed(1, 1, 1));

        assertThat(detail.lines())
                .hasSize(3)
                .allSatisfy(it -> assertThat(it.discount().isZero()).isFalse());
        assertThat(detail.lines().stream().mapToLong(it -> it.discount().fen()).sum())
                .isEqualTo(5_00);
        assertThat(detail.price().payable()).isEqualTo(Money.ofYuan("32"));
    }

    @Test
    @DisplayName("I-L17 a coupon comes back after a lapsed team, once, and its budget with it")
    void afterALapsedTeam() {
        var campaign = made(five());
        claiming.claim(me, campaign.code());
        var offer = teams.offer(home, 40_00, 2);
        var team = opening.open(me, offer, wish(1));
        till.pay(home, me, team.order().code());
        await().untilAsserted(() -> assertThat(state()).isEqualTo(State.USED));

        teams.letTimePass(home.id(), team.team().code(), Duration.ofHours(25));
        jobs.run("teambuy-sweep");

        await().untilAsserted(() -> assertThat(state()).isEqualTo(State.FREE));
        assertThat(now(campaign).given()).isEqualTo(Money.ZERO);
        assertThat(coupons.of(me, null, 10)).hasSize(1);
    }

    @Test
    @DisplayName("I-Q1 a budget counts what orders keep: a piece that leaves takes its part back into it, once")
    void aBudgetCountsWhatIsKept() {
        var campaign = made(five());
        claiming.claim(me, campaign.code());
        var order = bought(4);
        assertThat(now(campaign).given()).isEqualTo(Money.ofYuan("5"));

        keep(order, 3);
        await().untilAsserted(() -> assertThat(now(campaign).given()).isEqualTo(Money.ofFen(3_75)));
        keep(order, 1);
        await().untilAsserted(() -> assertThat(now(campaign).given()).isEqualTo(Money.ofFen(1_25)));

        callOff(order);
        await().untilAsserted(() -> assertThat(state()).isEqualTo(State.FREE));
        assertThat(now(campaign).given()).isEqualTo(Money.ZERO);
    }

    @Test
    @DisplayName("of two coupons on one order each budget gets its own part back")
    void twoBudgets() {
        var amount = made(five().stacking("a"));
        var tenth = made(five().percent(10, 50_00).stacking("b"));
        claiming.claim(me, tenth.code());
        claiming.claim(me, amount.code());

        var order = bought(2);
        assertThat(now(amount).given()).isEqualTo(Money.ofFen(5_00));
        assertThat(now(tenth).given()).isEqualTo(Money.ofFen(9_90));

        keep(order, 1);
        await().untilAsserted(() -> assertThat(now(amount).given()).isEqualTo(Money.ofFen(2_50)));
        assertThat(now(tenth).given()).isEqualTo(Money.ofFen(4_95));
    }

    @Test
    @DisplayName(
            "I-Q6 a coupon that an order earned comes once it is handed over, and goes unused when that order goes back whole")
    void aGiftGoesWithItsOrder() {
        made(five().withOrders());
        var order = bought(1);
        assertThat(coupons.of(me, null, 10)).isEmpty();

        handOver(order);
        await().untilAsserted(() -> assertThat(coupons.of(me, null, 10)).hasSize(1));
        handover.undoCollect(home.id(), id(order), home.leader());
        handOver(order);
        handover.undoCollect(home.id(), id(order), home.leader());
        callOff(order);

        await().untilAsserted(() -> assertThat(coupons.of(me, null, 10)).isEmpty());
    }

    @Test
    @DisplayName("what came with an order and was used by then stays where it is")
    void aUsedGiftStays() {
        made(five().withOrders());
        var order = bought(1);
        handOver(order);
        await().untilAsserted(() -> assertThat(coupons.of(me, null, 10)).hasSize(1));
        bought(1);

        handover.undoCollect(home.id(), id(order), home.leader());
        callOff(order);

        await().untilAsserted(() -> assertThat(till.statusOf(order).name()).isEqualTo("REFUNDED"));
        assertThat(state()).isEqualTo(State.USED);
    }

    @Test
    @DisplayName("only members of its level claim one and use it, also when they lose the level in between")
    void onlyMembersOfItsLevel() {
        memberships.join(me, home.id());
        var campaign = made(five().level(2));
        level(1);
        assertThat(coupons.claimableBy(me)).isEmpty();
        assertThatThrownBy(() -> claiming.claim(me, campaign.code()))
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::getType)
                .isEqualTo("coupon-of-members");

        level(2);
        assertThat(campaigns.members(home.id(), campaign.what().terms())).isGreaterThanOrEqualTo(1);
        claiming.claim(me, campaign.code());
        assertThat(price().discounts()).hasSize(1);

        level(1);
        assertThat(price().discounts()).isEmpty();
        assertThat(price().unmet()).extracting(Unmet::what).containsExactly("coupon-not-level");
    }

    private void level(int level) {
        jdbc.sql("update membership set level = ? where community_id = ? and member_id = ?")
                .params(level, home.id().value(), me.value())
                .update();
    }

    private Price price() {
        var lines = List.of(new Basket.Line(null, Money.ofYuan("40")));
        return pricing.of(new Basket(home.id(), me, home.leader(), lines, BroughtAlong.BEST), Discounts.NONE);
    }

    private Code placed(int... pieces) {
        return round.placed(home, Objects.requireNonNull(cycle), 0, pieces);
    }

    /** Alone, at 52 yuan a piece, and paid for. */
    private Code bought(int pieces) {
        var order =
                opening.buyAlone(me, teams.offer(home, 40_00, 2), wish(pieces)).code();
        till.pay(home, me, order);
        await().untilAsserted(() -> assertThat(
                        jdbc.sql("select count(*) from outbox_outstanding where listener_id like 'tuanju.coupon.%'")
                                .query(Integer.class)
                                .single())
                .isZero());
        return order;
    }

    private void handOver(Code order) {
        handover.collect(home.id(), id(order), home.leader());
    }

    private void keep(Code order, int pieces) {
        var line = orders.detail(me, order).lines().getFirst();
        var keep = new LineKeep(AdjustmentKind.SHORT, line.productName(), line.spec(), pieces, "product-short");
        transaction.executeWithoutResult(status -> calledOff.some(
                home.id(), id(order), List.of(keep), new OrderChange(null, "product-short"), "keep-" + pieces));
        offline.toPayBack(home.id()).forEach(it -> offline.paidBack(home.id(), it.code(), home.leader(), ""));
    }

    private void callOff(Code order) {
        transaction.executeWithoutResult(status ->
                calledOff.whole(home.id(), id(order), AdjustmentKind.SHORT, new OrderChange(null, "product-short")));
    }

    private OrderId id(Code order) {
        return new OrderId(till.idOf(order));
    }

    private SeatRequest wish(int pieces) {
        return new SeatRequest(pieces, WhenFull.REFUND, home.point().id(), "", null);
    }

    private State state() {
        return coupons.of(me, null, 10).getFirst().state();
    }

    private Campaign now(Campaign campaign) {
        return campaigns.any(campaign.code());
    }
}
