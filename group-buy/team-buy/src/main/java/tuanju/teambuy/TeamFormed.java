package tuanju.teambuy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.order.OrderId;
import tuanju.outbox.Happened;

/** Every seat of a team was paid in time. */
public record TeamFormed(
        CommunityId community, TeamId team, OfferId offer, List<MemberId> members, List<OrderId> orders, Instant at)
        implements Happened {
    @Override
    public UUID subject() {
        return team.value();
    }
}
