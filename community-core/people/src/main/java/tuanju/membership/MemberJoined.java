package tuanju.membership;

import java.time.Instant;
import java.util.UUID;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.outbox.Happened;

/** Somebody belongs to a community from now on, for the first time or again. */
public record MemberJoined(MemberId member, CommunityId community, Source source, Instant at) implements Happened {
    @Override
    public UUID subject() {
        return member.value();
    }
}
