package tuanju.teambuy;

import java.time.Instant;
import java.util.List;
import tuanju.community.CommunityId;
import tuanju.order.OrderId;

/** A team did not fill in time, or everyone left; the orders are those whose money goes back. */
public record TeamLapsed(CommunityId community, TeamId team, OfferId offer, List<OrderId> orders, Instant at) {}
