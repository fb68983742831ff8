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
import org.junit.jupiter.api.Test;
import tuanju.money.Money;

class PriceTest {

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
}
