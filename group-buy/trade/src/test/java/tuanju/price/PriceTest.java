package tuanju.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tuanju.money.Money;

class PriceTest {

    private static final Discount OFF = new Discount("leader", "满减", Funder.LEADER, Money.ofFen(100));

    @Property
    @Label("I-L12 goods less discounts are payable, and the tenders are all of it")
    void goodsLessDiscountsArePayable(
            @ForAll @LongRange(min = 0, max = 1_000_000) long goods,
            @ForAll @Size(max = 4) List<@LongRange(min = 1, max = 500_000) Long> wanted) {
        var discounts = new ArrayList<Discount>();
        long left = goods;
        for (long fen : wanted) {
            if (fen <= left) {
                discounts.add(new Discount("x", "x", Funder.PLATFORM, Money.ofFen(fen)));
                left -= fen;
            }
        }

        var price = Price.of(Money.ofFen(goods), discounts, Tender.Kind.PROVIDER);

        assertThat(price.payable()).isEqualTo(Money.ofFen(left));
        assertThat(price.discount().plus(price.payable())).isEqualTo(price.goods());
        assertThat(price.tenders().stream().mapToLong(it -> it.amount().fen()).sum())
                .isEqualTo(left);
    }

    @Test
    void refusesMoreOffThanThereIsAndTendersThatDoNotAddUp() {
        var much = new Discount("x", "x", Funder.LEADER, Money.ofFen(101));
        var tooLittle = List.of(new Tender(Tender.Kind.PROVIDER, Money.ofFen(99)));
        assertThatThrownBy(() -> Price.of(Money.ofFen(100), List.of(much), Tender.Kind.PROVIDER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Price(Money.ofFen(100), List.of(), tooLittle, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("I-L12 credit pays first; what it leaves is paid as before, and all of it leaves nothing else to pay")
    void creditPaysFirst() {
        var price = Price.of(Money.ofFen(1_000), List.of(OFF), Tender.Kind.LEADER);

        assertThat(price.withCredit(Money.ZERO)).isSameAs(price);
        assertThat(price.withCredit(Money.ofFen(300)).tenders())
                .containsExactly(
                        new Tender(Tender.Kind.WALLET, Money.ofFen(300)),
                        new Tender(Tender.Kind.LEADER, Money.ofFen(600)));
        assertThat(price.withCredit(Money.ofFen(900)).tenders())
                .containsExactly(new Tender(Tender.Kind.WALLET, Money.ofFen(900)));
        assertThatThrownBy(() -> price.withCredit(Money.ofFen(901))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsFreeIsPaidInNoWay() {
        var all = new Discount("x", "x", Funder.LEADER, Money.ofFen(5));

        assertThat(Price.of(Money.ofFen(5), List.of(all), Tender.Kind.PROVIDER).tenders())
                .isEmpty();
    }

    @Test
    void whatItDoesNotGetIsSaidBesideThePrice() {
        var unmet = List.of(new Unmet("x", "满 50 减 5", Money.ofFen(200)));
        var price =
                Price.of(Money.ofFen(1_000), List.of(OFF), Tender.Kind.PROVIDER).withCredit(Money.ofFen(100));

        assertThat(price.without(unmet)).isEqualTo(new Price(price.goods(), List.of(OFF), price.tenders(), unmet));
    }

    @Test
    void nobodyWhoGivesADiscountLeavesThePriceAsItIs() {
        var price = Discounts.NONE.priceOf(Money.ofFen(700));

        assertThat(price).isEqualTo(Price.of(Money.ofFen(700), List.of(), Tender.Kind.PROVIDER));
        assertThat(price.unmet()).isEmpty();
    }

    @Test
    @DisplayName("whoever gives discounts says what goods get and what they do not get yet")
    void aPriceIsMadeOfWhatIsGiven() {
        var unmet = new Unmet("x", "x", Money.ofFen(1));
        var giver = new Discounts() {
            @Override
            public List<Discount> on(Money goods) {
                return List.of(OFF);
            }

            @Override
            public List<Unmet> unmetBy(Money goods) {
                return List.of(unmet);
            }
        };

        assertThat(giver.priceOf(Money.ofFen(700)))
                .isEqualTo(Price.of(Money.ofFen(700), List.of(OFF), Tender.Kind.PROVIDER)
                        .without(List.of(unmet)));
    }

    @Test
    void aDiscountOfNothingIsNone() {
        assertThatThrownBy(() -> new Discount("x", "x", Funder.LEADER, Money.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLineCostsItsPiecesLessWhatIsOff() {
        var line = new LinePrice(Money.ofFen(333), 3, Money.ofFen(100));

        assertThat(line.amount()).isEqualTo(Money.ofFen(899));
        assertThat(line.keeping(3)).isSameAs(line);
        assertThat(line.keeping(2)).isEqualTo(new LinePrice(Money.ofFen(333), 2, Money.ofFen(66)));
        assertThat(line.keeping(0).amount()).isEqualTo(Money.ZERO);
        assertThat(new LinePrice(Money.ofFen(333), 3, Money.ofFen(999)).amount())
                .isEqualTo(Money.ZERO);
    }

    @Test
    void aLineCostsNeverLessThanNothingAndKeepsNoPiecesItHasNot() {
        var line = new LinePrice(Money.ofFen(333), 3, Money.ZERO);

        assertThatThrownBy(() -> new LinePrice(Money.ofFen(333), 3, Money.ofFen(1_000)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line.keeping(4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line.keeping(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
