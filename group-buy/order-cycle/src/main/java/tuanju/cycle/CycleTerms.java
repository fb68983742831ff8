package tuanju.cycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tuanju.membership.Visibility;
import tuanju.price.Discounts;

/**
 * What a cycle needs to go ahead, what happens at its cut-off, and who may see it and order.
 *
 * @param minimum what must be paid for; null without
 * @param boxfillUntil until when open cases may be filled after the cut-off; null where they are cut at once
 * @param discount what its leader gives off orders; null where nothing
 * @param visibility for everybody else it is not there
 */
public record CycleTerms(
        @Nullable Minimum minimum,
        @Nullable Instant boxfillUntil,
        @Nullable LeaderDiscount discount,
        Visibility visibility) {

    /** Goes ahead with whatever was ordered. */
    public static final CycleTerms NONE = new CycleTerms(null, null);

    /** At the prices of the goods. */
    public CycleTerms(@Nullable Minimum minimum, @Nullable Instant boxfillUntil) {
        this(minimum, boxfillUntil, null);
    }

    /** For everybody. */
    public CycleTerms(@Nullable Minimum minimum, @Nullable Instant boxfillUntil, @Nullable LeaderDiscount discount) {
        this(minimum, boxfillUntil, discount, Visibility.PUBLIC);
    }

    /** What its leader gives off orders. */
    public Discounts discounts() {
        return discount == null ? Discounts.NONE : discount;
    }
}
