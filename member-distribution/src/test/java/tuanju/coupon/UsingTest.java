package tuanju.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static support.Patience.await;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
import support.Together;
import tuanju.community.Code;
import tuanju.coupon.OwnCoupon.State;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.WhenFull;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.CalledOff;
import tuanju.order.book.OrderBook;
import tuanju.order.paying.OrderCancelling;
import tuanju.price.Basket;
import tuanju.price.BroughtAlong;
import tuanju.price.Discount;
import tuanju.price.Discounts;
import tuanju.price.NoLongerGiven;
import tuanju.price.Price;
import tuanju.price.Pricing;
import tuanju.price.Unmet;
import tuanju.teambuy.joining.SeatRequest;
import tuanju.teambuy.joining.TeamOpening;

@DisplayName("Coupons are used on orders")
class UsingTest extends CouponExample {

    @Autowired
    private CycleRound round;

    @Autowired
    private Till till;

    @Autowired
    private OrderBook orders;

    @Autowired
    private OrderCancelling cancelling;

    @Autowired
    private Pricing pricing;

    @Autowired
    private TeamNeighbourhoods teams;

    @Autowired
    private TeamOpening opening;

    @Autowired
    private CouponReminding reminding;

    @Autowired
    private CalledOff calledOff;

    @Autowired
    private UseRows uses;

    @Autowired
    private TransactionTemplate transaction;

    private CycleCard eggs() {
        return Objects.requireNonNull(cycle);
    }

    private @Nullable CycleCard cycle;
    private MemberId me = new MemberId(new UUID(0, 0));

    @BeforeEach
    void thereAreEggs() {
        me = home.member(0);
        cycle = round.open(home, null, CycleRound.eggs(20_00));
    }

    @Test
    @DisplayName("I-K1 set aside while the order waits, given when it is paid, for once")
    void isHeldThenGiven() {
        var campaign = made(five());
        claim(campaign);

        var order = round.placed(home, eggs(), 0, 2);
        assertThat(orders.detail(me, order).price().discounts())
                .extracting(Discount::title, Discount::amount)
                .containsExactly(tuple("水果节", Money.ofYuan("5")));
        assertThat(state()).isEqualTo(State.HELD);
        assertThat(now(campaign).held()).isEqualTo(Money.ofYuan("5"));
        assertThat(payable(round.placed(home, eggs(), 0, 2))).isEqualTo(Money.ofYuan("40"));

        till.pay(home, me, order);
        await().untilAsserted(() -> assertThat(state()).isEqualTo(State.USED));
        assertThat(now(campaign).held()).isEqualTo(Money.ZERO);
        assertThat(now(campaign).given()).isEqualTo(Money.ofYuan("5"));
    }

    @Test
    @DisplayName("I-L17 an abandoned checkout frees its coupon, once")
    void comesBackWhenTheOrderEndsUnpaid() {
        var campaign = made(five());
        claim(campaign);
        cancelling.cancel(me, round.placed(home, eggs(), 0, 2));

        await().untilAsserted(() -> assertThat(state()).isEqualTo(State.FREE));
        assertThat(now(campaign).held()).isEqualTo(Money.ZERO);
        assertThat(payable(round.placed(home, eggs(), 0, 2))).isEqualTo(Money.ofYuan("35"));
    }

    @Test
    @DisplayName("I-L17 a refunded order gives it back; one that ended meanwhile comes as a new code for seven days")
    void comesBackAsANewOneWhereItEnded() {
        var campaign = made(five());
        var claimed = claim(campaign);
        var order = round.placed(home, eggs(), 0, 2);
        till.pay(home, me, order);
        await().untilAsserted(() -> assertThat(state()).isEqualTo(State.USED));
        jdbc.sql("update coupon set claimed_at = claimed_at - interval '9 days', ends_at = now() - interval '1"
                        + " hour' where code = ?")
                .param(claimed.code())
                .update();

        transaction.executeWithoutResult(status -> calledOff.whole(
                home.id(),
                new OrderId(till.idOf(order)),
                AdjustmentKind.SHORT,
                new OrderChange(null, "product-short")));

        await().untilAsserted(() -> assertThat(coupons.of(me, null, 10))
                .extracting(OwnCoupon::state)
                .containsExactly(State.FREE, State.ENDED));
        assertThat(coupons.of(me, null, 10).getFirst().code().value()).isNotEqualTo(claimed.code());
        assertThat(now(campaign).given()).isEqualTo(Money.ZERO);
    }

    @Test
    @DisplayName("I-L11 a coupon for fruit falls onto fruit alone, and says how much more of it is missing")
    void keepsToItsGoods() {
        var fruit = made(five().off(5_00, 60_00).only(null, "水果"));
        claim(fruit);
        var grapes = home.sku().value();

        var price =
                price(List.of(new Basket.Line(grapes, Money.ofYuan("52")), new Basket.Line(null, Money.ofYuan("40"))));
        assertThat(price.discounts()).isEmpty();
        assertThat(price.unmet())
                .extracting(Unmet::what, Unmet::missing, Unmet::of)
                .containsExactly(tuple("coupon-missing-of", Money.ofYuan("8"), "水果"));

        var more =
                price(List.of(new Basket.Line(null, Money.ofYuan("40")), new Basket.Line(grapes, Money.ofYuan("104"))));
        assertThat(more.discounts())
                .singleElement()
                .satisfies(it -> assertThat(it.lines()).isEqualTo(Set.of(1)));
    }

    @Test
    @DisplayName(
            "an order that is paid after its coupon went to another one keeps its price, beside the budget; where it is free it is taken again")
    void isGivenLate() {
        var campaign = made(five());
        claim(campaign);
        var late = round.placed(home, eggs(), 0, 2);
        cancelling.cancel(me, late);
        await().untilAsserted(() -> assertThat(state()).isEqualTo(State.FREE));
        var other = round.placed(home, eggs(), 0, 2);

        transaction.executeWithoutResult(status -> uses.giveAgain(home.id(), till.idOf(late)));
        assertThat(used(late)).isEqualTo("GIVEN_LATE");
        assertThat(now(campaign).given()).isEqualTo(Money.ZERO);
        assertThat(now(campaign).held()).isEqualTo(Money.ofYuan("5"));

        cancelling.cancel(me, other);
        await().untilAsserted(() -> assertThat(state()).isEqualTo(State.FREE));
        transaction.executeWithoutResult(status -> uses.giveAgain(home.id(), till.idOf(other)));
        assertThat(used(other)).isEqualTo("GIVEN");
        assertThat(now(campaign).given()).isEqualTo(Money.ofYuan("5"));
        transaction.executeWithoutResult(status -> uses.giveBack(home.id(), till.idOf(other)));
    }

    private String used(Code order) {
        return jdbc.sql("select state from coupon_use where order_id = ?")
                .param(till.idOf(order))
                .query(String.class)
                .single();
    }

    @Test
    void isLeftOutByWhoeverWantsTo() {
        var code = claim(made(five())).code();
        var lines = List.of(new Basket.Line(null, Money.ofYuan("40")));
        var without = new BroughtAlong(null, Set.of(code), Set.of());

        var price = pricing.of(new Basket(home.id(), me, home.leader(), lines, without), Discounts.NONE);

        assertThat(price.discounts()).isEmpty();
        assertThat(price.unmet())
                .singleElement()
                .satisfies(it -> assertThat(it.isLeftOut()).isTrue());
        assertThat(price.offered()).isEqualTo(code);
    }

    @Test
    void isOnlyForAFirstOrder() {
        claim(made(five().off(5_00, 30_00).first()));
        till.pay(home, me, round.placed(home, eggs(), 0, 1));
        await().untilAsserted(() -> assertThat(price(List.of(new Basket.Line(null, Money.ofYuan("40"))))
                        .unmet())
                .extracting(Unmet::what)
                .contains("coupon-not-first"));
    }

    @Test
    @DisplayName("of two first-order coupons on two unpaid orders one is used")
    void twoFirstOrdersAreOne() {
        claim(made(five().first()));
        claim(made(five().first()));
        round.placed(home, eggs(), 0, 2);

        assertThat(payable(round.placed(home, eggs(), 0, 2))).isEqualTo(Money.ofYuan("40"));
    }

    @Test
    @DisplayName("R-07 two tabs with one coupon: one order has it, the other is refused and changes nothing")
    void twoTabs() {
        claim(made(five()));
        var team = new TeamNeighbourhood(home, teams.offer(home, 40_00, 2));
        var both = Together.run(IntStream.range(0, 2)
                .mapToObj(it -> (Callable<Code>)
                        () -> opening.buyAlone(me, team.offer(), wish()).code())
                .toList());

        var used = jdbc.sql("select count(*) from coupon_use where community_id = ? and state = 'HELD'")
                .param(home.id().value())
                .query(Integer.class)
                .single();
        assertThat(used).isEqualTo(1);
        assertThat(both.stream().filter(it -> !it.succeeded()).map(Together.Outcome::refusal))
                .allMatch(it -> it instanceof NoLongerGiven);
    }

    @Tag("storm")
    @Test
    @DisplayName("R-07 24 clients on one budget: no fen above it, and what is refused has changed nothing")
    void oneBudget() {
        var people = neighbourhoods.members(24);
        var campaign = made(five().budget(32_00));
        people.forEach(it -> claiming.claim(it, campaign.code()));
        var team = new TeamNeighbourhood(home, teams.offer(home, 40_00, 2));

        var outcomes = Together.run(people.stream()
                .map(it -> (Callable<Code>)
                        () -> opening.buyAlone(it, team.offer(), wish()).code())
                .toList());

        assertThat(outcomes.stream().filter(it -> !it.succeeded()).map(Together.Outcome::refusal))
                .allMatch(it -> it instanceof NoLongerGiven);
        assertThat(now(campaign).held()).isEqualTo(Money.ofYuan("30"));
        int discounted = jdbc.sql("select count(*) from order_discount where community_id = ?")
                .param(home.id().value())
                .query(Integer.class)
                .single();
        assertThat(discounted).isEqualTo(6);
    }

    @Test
    void whatWasShownAndIsGoneIsRefused() {
        var code = claim(made(five())).code();
        var team = new TeamNeighbourhood(home, teams.offer(home, 40_00, 2));
        round.placed(home, eggs(), 0, 2);
        var shown = wish().bringing(new BroughtAlong(null, Set.of(), Set.of(code)));

        assertThatThrownBy(() -> opening.buyAlone(me, team.offer(), shown)).isInstanceOf(NoLongerGiven.class);
    }

    @Test
    void isSpokenOfAWeekBeforeItEndsOnce() {
        var claimed = claim(made(five()));
        jdbc.sql("update coupon set claimed_at = now() - interval '20 days', ends_at = now() + interval '6"
                        + " days' where code = ?")
                .param(claimed.code())
                .update();

        reminding.run();
        reminding.run();

        assertThat(jdbc.sql("select count(*) from notification where member_id = ? and topic = 'coupon.told.soon'")
                        .param(me.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private ClaimedCoupon claim(Campaign campaign) {
        return claiming.claim(me, campaign.code());
    }

    private SeatRequest wish() {
        return new SeatRequest(1, WhenFull.REFUND, home.point().id(), "", null);
    }

    private State state() {
        return coupons.of(me, null, 10).getFirst().state();
    }

    private Campaign now(Campaign campaign) {
        return campaigns.any(campaign.code());
    }

    private Money payable(Code order) {
        return orders.card(me, order).amount();
    }

    private Price price(List<Basket.Line> lines) {
        return pricing.of(new Basket(home.id(), me, home.leader(), lines, BroughtAlong.BEST), Discounts.NONE);
    }
}
