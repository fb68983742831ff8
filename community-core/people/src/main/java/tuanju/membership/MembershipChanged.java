package tuanju.membership;

import java.time.Instant;
import java.util.UUID;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.outbox.Happened;

/** A member of a community has another role or level than before; these are the new ones. */
public record MembershipChanged(MemberId member, CommunityId community, Role role, int level, Instant at)
        implements Happened {
    @Override
    public UUID subject() {
        return member.value();
    }
}
