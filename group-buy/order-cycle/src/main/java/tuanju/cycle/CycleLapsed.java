package tuanju.cycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tuanju.community.CommunityId;
import tuanju.order.OrderId;
import tuanju.outbox.Happened;

/** A cycle was short of its minimum or called off; these orders' money goes back. */
public record CycleLapsed(CommunityId community, UUID cycle, List<OrderId> orders, Instant at) implements Happened {

    public CycleLapsed {
        orders = List.copyOf(orders);
    }

    @Override
    public UUID subject() {
        return cycle;
    }
}
