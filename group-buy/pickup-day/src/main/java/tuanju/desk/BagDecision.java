package tuanju.desk;

import java.time.Instant;
import tuanju.member.MemberId;

/** What became of an order that nobody came for: by whom, and when. */
public record BagDecision(Outcome outcome, MemberId by, Instant at) {

    /** Where its goods went. */
    public enum Outcome {
        GIVEN_AWAY,
        /** Back to where they came from. */
        RETURNED
    }
}
