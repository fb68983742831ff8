package tuanju.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why handing a bag over now may be a mistake, so that somebody is asked first.
 *
 * @param cycle its title; empty for what no cycle holds
 * @param pickup when it is collected; null while that is not known
 */
public record Doubt(Why why, String cycle, @Nullable Instant pickup) {

    /** What is against it. */
    public enum Why {
        /** Its cycle still takes orders. */
        STILL_OPEN("bag-cycle-open"),
        /** Its goods have not arrived. */
        NOT_HERE("bag-goods-not-here"),
        LATER_DAY("bag-later-day"),
        EARLIER_DAY("bag-earlier-day");

        private final String refusal;

        Why(String refusal) {
            this.refusal = refusal;
        }

        /** The type of the refusal, and the key of its sentence. */
        public String refusal() {
            return refusal;
        }
    }
}
