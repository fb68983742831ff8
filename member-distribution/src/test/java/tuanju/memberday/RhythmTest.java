package tuanju.memberday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tuanju.command.Invalid;

@DisplayName("When a member day comes again, in Shanghai")
class RhythmTest {

    /** A Sunday, 8:00 in Shanghai. */
    private static final Instant SUNDAY = Instant.parse("2026-11-29T00:00:00Z");

    @Test
    void itBeginsAndEndsAtShanghaisMidnight() {
        var sundays = new Rhythm(7, null, 0, Rhythm.MIDNIGHT);

        assertThat(sundays.runsAt(Instant.parse("2026-11-28T15:59:59Z"))).isFalse();
        assertThat(sundays.runsAt(Instant.parse("2026-11-28T16:00:00Z"))).isTrue();
        assertThat(sundays.runsAt(Instant.parse("2026-11-29T15:59:59Z"))).isTrue();
        assertThat(sundays.runsAt(Instant.parse("2026-11-29T16:00:00Z"))).isFalse();
        assertThat(sundays.ends(SUNDAY)).isEqualTo("2026-11-29T16:00:00Z");
    }

    @Test
    void itHoldsWithinItsHoursAlone() {
        var mornings = new Rhythm(7, null, 8 * 60, 9 * 60);

        assertThat(mornings.runsAt(SUNDAY)).isTrue();
        assertThat(mornings.runsAt(SUNDAY.minusSeconds(1))).isFalse();
        assertThat(mornings.runsAt(SUNDAY.plusSeconds(3600))).isFalse();
        assertThat(mornings.next(SUNDAY.plusSeconds(3600))).isEqualTo("2026-12-06T00:00:00Z");
    }

    @Test
    void itComesEachMonthToo() {
        assertThat(new Rhythm(null, 8, 0, Rhythm.MIDNIGHT).next(SUNDAY)).isEqualTo("2026-12-07T16:00:00Z");
    }

    @Test
    @DisplayName("bad input: no day, two days, the 29th, an end before its beginning")
    void whatIsNoRhythm() {
        refused(null, null, 0, 1440);
        refused(1, 1, 0, 1440);
        refused(0, null, 0, 1440);
        refused(8, null, 0, 1440);
        refused(null, 29, 0, 1440);
        refused(1, null, 600, 600);
        refused(1, null, -1, 600);
        refused(1, null, 0, 1441);
    }

    private static void refused(@Nullable Integer weekday, @Nullable Integer monthDay, int from, int until) {
        assertThatThrownBy(() -> new Rhythm(weekday, monthDay, from, until)).isInstanceOf(Invalid.class);
    }
}
