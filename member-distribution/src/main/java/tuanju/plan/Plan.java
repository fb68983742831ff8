package tuanju.plan;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/**
 * A plan as it stands.
 *
 * @param leader in whose cycles alone its price holds; null where everywhere
 * @param endedAt since when nobody takes it any more; else null
 */
record Plan(
        CommunityId community,
        UUID id,
        Code code,
        PlanTerms terms,
        @Nullable MemberId leader,
        @Nullable Instant endedAt) {

    public boolean isOpen() {
        return endedAt == null;
    }
}
