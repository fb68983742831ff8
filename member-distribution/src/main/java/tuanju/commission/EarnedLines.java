package tuanju.commission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A commission as its referrer looks at it.
 *
 * @param vestsAt when it becomes theirs; null before the goods were handed over
 */
record EarnedLines(Commission commission, @Nullable Instant vestsAt) {

    /** PENDING, CONFIRMED, VESTED, or REVIEW while a person looks, and REFUSED when they said no. */
    public String standing() {
        var review = commission.review();
        return review == Review.OPEN
                ? "REVIEW"
                : review == Review.REFUSED ? "REFUSED" : commission.state().name();
    }

    /** Good once it is theirs, in need of attention while somebody looks at it. */
    public String tone() {
        return switch (standing()) {
            case "VESTED" -> "good";
            case "REVIEW" -> "hurry";
            case "REFUSED" -> "harm";
            default -> "plain";
        };
    }
}
