package tuanju.teambuy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tuanju.community.CommunityId;
import tuanju.order.OrderId;
import tuanju.outbox.Happened;

/** A team did not fill in time, or everyone left; the orders are those whose money goes back. */
public record TeamLapsed(CommunityId community, TeamId team, OfferId offer, List<OrderId> orders, Instant at)
        implements Happened {
    @Override
    public UUID subject() {
        return team.value();
    }
}
