package tuanju.bench;

import java.time.Duration;
import java.util.Arrays;

/**
 * How fast a list of things was done.
 *
 * @param refused with good manners: there were too many at once
 * @param nanos how long each took that was done, the quickest first
 */
record Pace(int done, int refused, Duration took, long[] nanos) {

    /** One piece of work that counts for so many. */
    static Pace of(int done, Duration took) {
        return new Pace(done, 0, took, new long[] {took.toNanos()});
    }

    static Pace of(int refused, Duration took, long[] nanos) {
        Arrays.sort(nanos);
        return new Pace(nanos.length, refused, took, nanos);
    }

    double perSecond() {
        return done / (took.toNanos() / 1e9);
    }

    /** So many of a hundred took no longer, in milliseconds. */
    double millis(int percent) {
        return nanos.length == 0 ? 0 : nanos[Math.min(nanos.length - 1, nanos.length * percent / 100)] / 1e6;
    }
}
