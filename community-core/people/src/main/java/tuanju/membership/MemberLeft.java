package tuanju.membership;

import java.time.Instant;
import java.util.UUID;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.outbox.Happened;

/**
 * Somebody belongs to a community no longer.
 *
 * @param ended whether a leader ended it, and not they themselves
 */
public record MemberLeft(MemberId member, CommunityId community, boolean ended, Instant at) implements Happened {
    @Override
    public UUID subject() {
        return member.value();
    }
}
