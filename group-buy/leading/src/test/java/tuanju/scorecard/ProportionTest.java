package tuanju.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

@Tag("many")
class ProportionTest {

    /** Values computed by hand from Wilson's formula with z = 1.96. */
    @Test
    void boundsAreWilsons() {
        assertThat(new Proportion(81, 263).low()).isCloseTo(0.2553, within(0.0005));
        assertThat(new Proportion(81, 263).high()).isCloseTo(0.3662, within(0.0005));
        assertThat(new Proportion(15, 148).low()).isCloseTo(0.0624, within(0.0005));
        assertThat(new Proportion(15, 148).high()).isCloseTo(0.1605, within(0.0005));
        assertThat(new Proportion(0, 20).high()).isCloseTo(0.1611, within(0.0005));
        assertThat(new Proportion(1, 29).low()).isCloseTo(0.0061, within(0.0005));
    }

    @Test
    void nothingCountedMeansEverythingIsPossible() {
        var nothing = new Proportion(0, 0);

        assertThat(nothing.low()).isZero();
        assertThat(nothing.high()).isOne();
    }

    @Property
    void theShareLiesWithinItsBoundsAndThoseWithinNoneAndAll(
            @ForAll @IntRange(max = 5_000) int of, @ForAll @IntRange(max = 10_000) int part) {
        var proportion = new Proportion((long) of * part / 10_000, of);

        assertThat(proportion.low()).isBetween(0.0, proportion.share());
        assertThat(proportion.high()).isBetween(proportion.share(), 1.0);
        assertThat(proportion.percent()).isBetween(proportion.lowPercent(), proportion.highPercent());
    }

    @Property
    void theMirrorImageHasMirroredBounds(
            @ForAll @IntRange(min = 1, max = 2_000) int of, @ForAll @IntRange(max = 10_000) int part) {
        long hits = (long) of * part / 10_000;
        var one = new Proportion(hits, of);
        var other = new Proportion(of - hits, of);

        assertThat(one.low()).isCloseTo(1 - other.high(), within(1e-9));
    }

    @Property
    void moreOfTheSameNarrowsTheBounds(
            @ForAll @IntRange(min = 1, max = 500) int of, @ForAll @IntRange(max = 10_000) int part) {
        long hits = (long) of * part / 10_000;
        var few = new Proportion(hits, of);
        var many = new Proportion(hits * 10, of * 10L);

        assertThat(many.high() - many.low()).isLessThan(few.high() - few.low());
    }

    @Test
    void moreHitsThanThereAreIsNoProportion() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(3, 2));
    }

    @Test
    void theMedianIsTheMiddleOne() {
        assertThat(Scorecard.median(List.of())).isNull();
        assertThat(Scorecard.median(List.of(Duration.ofHours(9), Duration.ofHours(1), Duration.ofHours(2))))
                .isEqualTo(Duration.ofHours(2));
        assertThat(Scorecard.median(List.of(Duration.ofHours(1), Duration.ofHours(4))))
                .isEqualTo(Duration.ofMinutes(150));
    }
}
