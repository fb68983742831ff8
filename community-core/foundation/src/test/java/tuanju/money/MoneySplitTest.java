package tuanju.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

@Tag("many")
class MoneySplitTest {

    private static final long HUNDRED_MILLION_YUAN = 10_000_000_000L;

    @Property
    @Label("I-L11 a split loses no fen, and no part strays a whole fen from its exact share")
    void aSplitLosesNoFen(
            @ForAll @LongRange(max = HUNDRED_MILLION_YUAN) long fen,
            @ForAll @Size(min = 1, max = 12) List<@LongRange(max = 1_000_000) Long> weights) {
        long total = weights.stream().mapToLong(it -> it).sum();
        if (total == 0) {
            return;
        }
        var parts = Money.ofFen(fen).split(weights);

        assertThat(parts.stream().reduce(Money.ZERO, Money::plus)).isEqualTo(Money.ofFen(fen));
        assertThat(parts).isEqualTo(Money.ofFen(fen).split(weights));
        for (int i = 0; i < weights.size(); i++) {
            var exact = BigDecimal.valueOf(fen)
                    .multiply(BigDecimal.valueOf(weights.get(i)))
                    .divide(BigDecimal.valueOf(total), MathContext.DECIMAL128);
            assertThat(exact.subtract(BigDecimal.valueOf(parts.get(i).fen())).abs())
                    .isLessThan(BigDecimal.ONE);
            assertThat(parts.get(i).fen()).isLessThanOrEqualTo(Math.max(fen, 0));
        }
    }

    @Property
    @Label("I-L11 a discount split by the lines' amounts never exceeds a line")
    void aDiscountNeverExceedsItsLine(
            @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 1, max = 1_000_000) Long> lines,
            @ForAll @LongRange(max = 10_000) long basisPoints) {
        long whole = lines.stream().mapToLong(it -> it).sum();
        var parts = Money.ofFen(whole * basisPoints / 10_000).split(lines);

        for (int i = 0; i < lines.size(); i++) {
            assertThat(parts.get(i).fen()).isLessThanOrEqualTo(lines.get(i));
        }
    }

    @Test
    void theOddFenGoToTheLargestFractionAndOfEqualsToTheEarlier() {
        assertThat(fen(Money.ofFen(100).split(List.of(1L, 1L, 1L)))).containsExactly(34L, 33L, 33L);
        assertThat(fen(Money.ofFen(101).split(List.of(1L, 1L, 1L)))).containsExactly(34L, 34L, 33L);
        assertThat(fen(Money.ofFen(10).split(List.of(1L, 2L)))).containsExactly(3L, 7L);
        assertThat(fen(Money.ofFen(5).split(List.of(0L, 3L)))).containsExactly(0L, 5L);
        assertThat(fen(Money.ofFen(Long.MAX_VALUE).split(List.of(1L, 1L))))
                .containsExactly(Long.MAX_VALUE / 2 + 1, Long.MAX_VALUE / 2);
    }

    @Test
    void nothingIsSplitByNothing() {
        assertThatThrownBy(() -> Money.ofFen(1).split(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.ofFen(1).split(List.of(0L))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.ofFen(1).split(List.of(1L, -1L))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void amountsAreReadAndWrittenInYuan() {
        assertThat(Money.ofYuan("39.90")).isEqualTo(Money.ofFen(3990)).hasToString("¥39.90");
        assertThat(Money.ofFen(5).yuan()).isEqualTo("0.05");
        assertThat(new SignedMoney(-3990)).hasToString("−¥39.90");
        assertThatThrownBy(() -> Money.ofYuan("0.001")).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.ofYuan("-1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.ofFen(Long.MAX_VALUE).plus(Money.ofFen(1)))
                .isInstanceOf(ArithmeticException.class);
    }

    private static List<Long> fen(List<Money> parts) {
        return parts.stream().map(Money::fen).toList();
    }
}
