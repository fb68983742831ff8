package tuanju.memberday;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/**
 * A member day as it stands.
 *
 * @param leader in whose cycles alone it holds; null where in the whole community
 * @param endedAt since when it comes no more; else null
 */
record MemberDay(
        CommunityId community,
        UUID id,
        Code code,
        NewMemberDay what,
        @Nullable MemberId leader,
        @Nullable Instant endedAt) {

    public boolean isEnded() {
        return endedAt != null;
    }

    public boolean runsAt(Instant now) {
        return endedAt == null && what.rhythm().runsAt(now);
    }

    public Instant next(Instant now) {
        return what.rhythm().next(now);
    }
}
