package tuanju.insight;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong or waiting, with the page where it is put right.
 *
 * @param sentence its message key
 * @param step the message key of the next step
 * @param number how many, so that the sentence can say one as one; or how much, as it is shown
 * @param grave true for what costs money or trust now, false for what waits for a decision
 * @param since when the oldest of them began; null where that is not known
 * @param age how long that is
 */
record Alarm(
        String sentence,
        String step,
        Object number,
        String next,
        boolean grave,
        @Nullable Instant since,
        @Nullable Age age) {

    /** Whole days, hours or minutes, whichever is largest; its message is "insight.age." and the unit. */
    record Age(long number, String unit) {

        static Age of(Duration time) {
            if (time.toDays() > 0) {
                return new Age(time.toDays(), "days");
            }
            return time.toHours() > 0
                    ? new Age(time.toHours(), "hours")
                    : new Age(Math.max(0, time.toMinutes()), "minutes");
        }
    }
}
