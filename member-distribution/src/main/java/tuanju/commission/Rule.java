package tuanju.commission;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.CommunityId;

/**
 * What bringing a buyer is worth, of what it is about.
 *
 * @param subject a member's or a product's id, a category, 10 or 50; empty for everybody
 * @param called as people read the subject
 * @param basisPoints of what is kept of a line's price
 */
record Rule(
        CommunityId community,
        UUID id,
        Scope scope,
        String subject,
        String called,
        int basisPoints,
        Instant made,
        @Nullable Instant ended) {

    /** 8, or 7.5. */
    public String percent() {
        return Fired.percent(basisPoints);
    }
}
