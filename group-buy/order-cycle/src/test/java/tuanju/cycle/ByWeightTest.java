package tuanju.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tuanju.command.Invalid;
import tuanju.money.Money;

@Tag("many")
class ByWeightTest {

    private static final ByWeight CHICKEN = new ByWeight(1500, 10, Money.ofFen(18_80));

    @Test
    void aPieceIsPaidAtItsHeaviest() {
        assertThat(CHICKEN.lightest()).isEqualTo(1350);
        assertThat(CHICKEN.heaviest()).isEqualTo(1650);
        assertThat(CHICKEN.top()).isEqualTo(Money.ofFen(62_04));
        assertThat(CHICKEN.band()).isEqualTo("1.35–1.65");
    }

    @Test
    void isSoldByWeightWhereBothAreSaid() {
        assertThat(ByWeight.of(1500, 10, 18_80)).isEqualTo(CHICKEN);
        assertThat(ByWeight.of(null, 10, 18_80)).isNull();
        assertThat(ByWeight.of(1500, null, 18_80)).isNull();
        assertThat(CHICKEN.kilograms()).isEqualTo("1.5");
    }

    @Test
    void itCostsWhatItWeighsAndNeverMoreThanWasPaid() {
        assertThat(CHICKEN.cost(1480, 1)).isEqualTo(Money.ofFen(55_64));
        assertThat(CHICKEN.cost(1900, 1)).isEqualTo(CHICKEN.top());
        assertThat(CHICKEN.cost(3100, 2)).isEqualTo(Money.ofFen(116_56));
    }

    @ParameterizedTest
    @CsvSource({"0, 10, 1880", "-5, 10, 1880", "60000, 10, 1880", "1500, -1, 1880", "1500, 51, 1880", "1500, 10, 0"})
    void whatCannotBeAWeightIsRefused(int grams, int band, long fen) {
        assertThatThrownBy(() -> new ByWeight(grams, band, Money.ofFen(fen))).isInstanceOf(Invalid.class);
    }

    @Property
    void nobodyEverPaysMoreThanTheyPaidAndAHeavierPieceNeverCostsLess(
            @ForAll @IntRange(min = 1, max = 50_000) int grams,
            @ForAll @IntRange(max = 50) int band,
            @ForAll @LongRange(min = 1, max = 1_000_000) long fen,
            @ForAll @IntRange(min = 1, max = 99) int pieces,
            @ForAll @IntRange(min = 1, max = 1_000_000) int weighed) {
        var weight = new ByWeight(grams, band, Money.ofFen(fen));

        assertThat(weight.cost(weighed, pieces))
                .isLessThanOrEqualTo(weight.top().times(pieces));
        assertThat(weight.cost(weighed, pieces)).isLessThanOrEqualTo(weight.cost(weighed + 1, pieces));
        assertThat(weight.lightest()).isLessThanOrEqualTo(grams);
        assertThat(weight.heaviest()).isGreaterThanOrEqualTo(grams);
    }
}
