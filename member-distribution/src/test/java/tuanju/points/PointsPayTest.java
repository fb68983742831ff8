package tuanju.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static support.Patience.await;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import support.TeamNeighbourhoods;
import support.Together;
import tuanju.community.Code;
import tuanju.money.Money;
import tuanju.order.WhenFull;
import tuanju.order.book.OrderBook;
import tuanju.price.Basket;
import tuanju.price.BroughtAlong;
import tuanju.price.Discounts;
import tuanju.price.Funder;
import tuanju.price.NoLongerGiven;
import tuanju.price.Price;
import tuanju.price.Pricing;
import tuanju.price.Tender;
import tuanju.teambuy.joining.SeatRequest;
import tuanju.teambuy.joining.TeamOpening;

@DisplayName("Points pay a part of an order")
class PointsPayTest extends PointsExample {

    @Autowired
    private TeamOpening opening;

    @Autowired
    private TeamNeighbourhoods teams;

    @Autowired
    private OrderBook orders;

    @Autowired
    private Pricing pricing;

    @Autowired
    private PointsPaying paying;

    private Code offer = new Code("AAAA0000000000");

    @BeforeEach
    void thereIsAnOffer() {
        offer = teams.offer(home, 40_00, 2);
    }

    private Code order(int pieces, int points) {
        var wish = new SeatRequest(pieces, WhenFull.REFUND, home.point().id(), "", null);
        return opening.buyAlone(
                        me, offer, points == 0 ? wish : wish.bringing(BroughtAlong.only(List.of("points-" + points))))
                .code();
    }

    @Test
    @DisplayName(
            "I-L12 I-B1 I-B3 they are a tender: set aside with the order, spent when it is paid, out of what ends first")
    void areATender() {
        give(100);
        give(500);

        var order = order(2, 300);
        assertThat(now().balance()).isEqualTo(300);
        assertThat(now().held()).isEqualTo(300);
        var price = orders.detail(me, order).price();
        assertThat(price.payable()).isEqualTo(Money.ofYuan("104"));
        assertThat(price.tenders())
                .containsExactly(
                        new Tender(Tender.Kind.POINTS, Money.ofYuan("3")),
                        new Tender(Tender.Kind.PROVIDER, Money.ofYuan("101")));
        assertThat(orders.card(me, order).amount()).isEqualTo(Money.ofYuan("101"));

        till.pay(home, me, order);
        await().untilAsserted(() -> assertThat(promised()).isEqualTo(300));
        assertThat(now().balance()).isEqualTo(300);
        assertThat(now().held()).isZero();
        assertThat(now().items().stream()
                        .filter(it -> it.kind() == Entry.Kind.SPENT)
                        .mapToInt(PointsNow.Item::points))
                .containsExactlyInAnyOrder(-100, -200);
    }

    @Test
    @DisplayName("I-L17 an abandoned checkout frees its points")
    void anAbandonedCheckoutFreesThem() {
        give(300);
        cancelling.cancel(me, order(1, 300));

        await().untilAsserted(() -> assertThat(now().balance()).isEqualTo(300));
        assertThat(now().held()).isZero();
    }

    @Test
    @DisplayName("I-B4 I-B6 the refund of an order paid with points gives them back once")
    void comeBackOnce() {
        give(300);
        var order = order(1, 300);
        till.pay(home, me, order);
        await().untilAsserted(() -> assertThat(promised()).isZero());

        callOff(order);
        await().untilAsserted(() -> assertThat(now().balance()).isEqualTo(300));
        transaction.executeWithoutResult(
                status -> paying.kept(home.id(), id(order).value(), Money.ZERO));
        assertThat(now().balance()).isEqualTo(300);
        assertThat(promised()).isEqualTo(300);
    }

    @Test
    @DisplayName("many small refunds give back in proportion, and never more than was spent")
    void comeBackInProportion() {
        assertThat(PointsPaying.back(300, 77_00, 77_00)).isZero();
        assertThat(PointsPaying.back(300, 77_00, 46_20)).isEqualTo(120);
        assertThat(IntStream.rangeClosed(0, 7700).map(it -> PointsPaying.back(299, 77_00, 77_00 - it)))
                .isSorted()
                .last()
                .isEqualTo(299);
    }

    @Test
    @DisplayName("an expired lot does not pull spent points, and those that come back to it are good for thirty days")
    void whatIsSpentDoesNotEnd() {
        give(300);
        var order = order(1, 200);
        till.pay(home, me, order);
        await().untilAsserted(() -> assertThat(promised()).isEqualTo(100));

        letAllEnd();
        ending.due().stream().filter(mine()::equals).forEach(ending::end);
        assertThat(promised()).isZero();
        assertThat(till.refundedFen(order)).isZero();

        callOff(order);
        await().untilAsserted(() -> assertThat(now().balance()).isEqualTo(200));
        assertThat(now().lots()).hasSize(1);
        ending.due().stream().filter(mine()::equals).forEach(ending::end);
        assertThat(now().balance()).isEqualTo(200);
    }

    @Test
    @DisplayName("what an unpaid order had of a lot that ended meanwhile is its owner's again for a while")
    void whatWasHeldDoesNotEnd() {
        give(300);
        var order = order(1, 200);
        letAllEnd();
        ending.due().stream().filter(mine()::equals).forEach(ending::end);
        assertThat(promised()).isEqualTo(200);

        cancelling.cancel(me, order);
        await().untilAsserted(() -> assertThat(now().balance()).isEqualTo(200));
    }

    @Test
    @DisplayName("R-09 two tabs spending one balance: one order has it, the other is refused and changes nothing")
    void twoTabs() {
        give(300);
        var both = Together.run(IntStream.range(0, 2)
                .mapToObj(it -> (Callable<Code>) () -> order(1, 300))
                .toList());

        assertThat(both.stream().filter(Together.Outcome::succeeded)).hasSize(1);
        assertThat(both.stream().filter(it -> !it.succeeded()).map(Together.Outcome::refusal))
                .allMatch(it -> it instanceof NoLongerGiven);
        assertThat(now().held()).isEqualTo(300);
    }

    @Test
    @DisplayName("an order that is paid after its points went elsewhere keeps its price, and what is gone is a debt")
    void paidLate() {
        give(300);
        var late = order(1, 300);
        cancelling.cancel(me, late);
        await().untilAsserted(() -> assertThat(now().balance()).isEqualTo(300));
        var other = order(1, 200);

        transaction.executeWithoutResult(
                status -> assertThat(paying.paid(home.id(), id(late).value(), Money.ofYuan("37")))
                        .isTrue());

        assertThat(now().balance()).isZero();
        assertThat(now().debt()).isEqualTo(200);
        cancelling.cancel(me, other);
        await().untilAsserted(() -> assertThat(now().debt()).isZero());
        assertThat(now().balance()).isZero();
    }

    @Test
    void atMostATenthOfTheGoodsAndOnlyWhereTheirOwnerSaysSo() {
        give(5_000);

        assertThat(price(BroughtAlong.BEST).toPay()).isEqualTo(Money.ofYuan("40"));
        assertThat(price(BroughtAlong.BEST).offered()).isEqualTo("points-400");
        var most = price(BroughtAlong.only(List.of("points-900")));
        assertThat(most.toPay()).isEqualTo(Money.ofYuan("36"));
        assertThat(most.unmet())
                .singleElement()
                .satisfies(it -> assertThat(it.title()).isEqualTo("400"));
        assertThat(price(new BroughtAlong(null, Set.of(), Set.of("points-100"))).discounts())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.funder()).isEqualTo(Funder.BUYER);
                    assertThat(it.amount()).isEqualTo(Money.ofYuan("4"));
                });
        assertThatThrownBy(() -> order(1, 521)).isInstanceOf(NoLongerGiven.class);
        assertThatThrownBy(() -> order(1, 0x7fff_fff)).isInstanceOf(NoLongerGiven.class);
    }

    @Test
    void payNothingWhereNobodySaidSo() {
        give(300);
        desk.say(home.leader(), home.card(), new Terms(1, 2, false));

        assertThat(price(BroughtAlong.BEST).offered()).isEmpty();
        assertThatThrownBy(() -> order(1, 100)).isInstanceOf(NoLongerGiven.class);
        assertThat(now().balance()).isEqualTo(300);
    }

    private Price price(BroughtAlong brought) {
        var lines = List.of(new Basket.Line(null, Money.ofYuan("40")));
        return pricing.of(new Basket(home.id(), me, home.leader(), lines, brought), Discounts.NONE);
    }
}
