package tuanju.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tuanju.money.Money;

/** How discounts fall onto lines, and go with pieces that leave them. */
@Tag("many")
class SharesTest {

    @Property
    @Label("I-L11 each discount is what its lines got, in proportion to the fen, and no line costs less than nothing")
    void eachDiscountIsWhatItsLinesGot(
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 0, max = 1_000_000) Long> lines,
            @ForAll @Size(max = 3) List<@LongRange(min = 1, max = 400_000) Long> wanted) {
        var discounts = fitting(lines, wanted);

        var shares = Shares.of(discounts, lines.stream().map(Money::ofFen).toList());

        for (int at = 0; at < discounts.size(); at++) {
            var parts = shares.perDiscount().get(at);
            assertThat(sum(parts)).isEqualTo(discounts.get(at).amount());
        }
        for (int line = 0; line < lines.size(); line++) {
            assertThat(shares.ofLine(line).fen()).isBetween(0L, lines.get(line));
        }
        if (discounts.size() == 1) {
            inProportion(
                    lines, discounts.getFirst().amount(), shares.perDiscount().getFirst());
        }
    }

    @Property
    @Label(
            "I-L14 pieces that leave one after the other give back no fen more than was paid, and all of it once all left")
    void piecesThatLeaveGiveBackWhatWasPaid(
            @ForAll @LongRange(min = 0, max = 100_000) long each,
            @ForAll @IntRange(min = 1, max = 999) int pieces,
            @ForAll @LongRange(min = 0, max = 99_900_000) long off,
            @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 400) Integer> leaving) {
        var paid = new LinePrice(Money.ofFen(each), pieces, Money.ofFen(Math.min(off, each * pieces)));
        var line = paid;
        var back = Money.ZERO;
        for (int leave : leaving) {
            var next = line.keeping(Math.max(0, line.pieces() - leave));
            back = back.plus(line.amount().minus(next.amount()));
            line = next;
            assertThat(back.plus(line.amount())).isEqualTo(paid.amount());
            assertThat(line.discount().fen() * pieces)
                    .isLessThanOrEqualTo(paid.discount().fen() * line.pieces());
        }
        assertThat(back.plus(line.amount().minus(line.keeping(0).amount()))).isEqualTo(paid.amount());
        assertThat(line.keeping(0).amount()).isEqualTo(Money.ZERO);
    }

    @Property
    @Label("I-L14 an order given back line by line, in any order, gives back what was paid for it and no fen else")
    void anOrderGivenBackInAnyOrder(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 50) Integer> pieces,
            @ForAll @LongRange(min = 1, max = 9_999) long each,
            @ForAll @IntRange(min = 1, max = 9_999) int offPerTenThousand,
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 4) Integer> leaving) {
        var prices = pieces.stream().map(it -> Money.ofFen(each).times(it)).toList();
        var off = Money.ofFen(Math.max(1, sum(prices).fen() * offPerTenThousand / 10_000));
        var shares = Shares.of(List.of(new Discount("x", "x", Funder.LEADER, off)), prices);
        var lines = new ArrayList<LinePrice>();
        for (int count : pieces) {
            lines.add(new LinePrice(Money.ofFen(each), count, shares.ofLine(lines.size())));
        }
        var paid = sum(prices).minus(off);
        for (int next : leaving) {
            int at = next % lines.size();
            lines.set(at, lines.get(at).keeping(lines.get(at).pieces() / 2));
            assertThat(sum(lines.stream().map(LinePrice::amount).toList()).fen())
                    .isBetween(0L, paid.fen());
        }
        lines.replaceAll(it -> it.keeping(0));
        assertThat(sum(lines.stream().map(LinePrice::amount).toList())).isEqualTo(Money.ZERO);
    }

    @Test
    @DisplayName("I-L11 a second discount falls on what the first left: no line gives more than it costs")
    void aSecondDiscountFallsOnWhatTheFirstLeft() {
        var fen = new Discount("x", "x", Funder.LEADER, Money.ofFen(1));

        var shares = Shares.of(List.of(fen, fen), List.of(Money.ofFen(1), Money.ofFen(1)));

        assertThat(shares.ofLine(0)).isEqualTo(Money.ofFen(1));
        assertThat(shares.ofLine(1)).isEqualTo(Money.ofFen(1));
    }

    private static void inProportion(List<Long> lines, Money discount, List<Money> parts) {
        var all = BigInteger.valueOf(lines.stream().mapToLong(Long::longValue).sum());
        for (int line = 0; line < lines.size(); line++) {
            var exact = BigInteger.valueOf(lines.get(line)).multiply(BigInteger.valueOf(discount.fen()));
            var strays = BigInteger.valueOf(parts.get(line).fen())
                    .multiply(all)
                    .subtract(exact)
                    .abs();
            assertThat(strays).isLessThan(all);
        }
    }

    private static List<Discount> fitting(List<Long> lines, List<Long> wanted) {
        long left = lines.stream().mapToLong(Long::longValue).sum();
        var discounts = new ArrayList<Discount>();
        for (long fen : wanted) {
            if (fen <= left) {
                discounts.add(new Discount("x", "x", Funder.LEADER, Money.ofFen(fen)));
                left -= fen;
            }
        }
        return discounts;
    }

    private static Money sum(List<Money> parts) {
        return parts.stream().reduce(Money.ZERO, Money::plus);
    }
}
