package tuanju.community;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.member.MemberId;

/**
 * A member's wish to lead a community.
 *
 * @param communityId null when the community does not exist yet
 * @param reason why they want to, in their words
 * @param decisionReason what the operator said, if they said no
 */
public record LeaderApplication(
        UUID id,
        UUID memberId,
        @Nullable UUID communityId,
        String communityName,
        String place,
        String reason,
        Status status,
        Instant appliedAt,
        @Nullable String decisionReason) {

    /** Where the wish stands; decided is final. */
    public enum Status {
        PENDING,
        APPROVED,
        DECLINED
    }

    public MemberId member() {
        return new MemberId(memberId);
    }

    @Nullable
    CommunityId community() {
        return communityId == null ? null : new CommunityId(communityId);
    }
}
