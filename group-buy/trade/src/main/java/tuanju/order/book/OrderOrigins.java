package tuanju.order.book;

import java.util.Optional;
import tuanju.community.CommunityId;
import tuanju.order.OrderId;

/** Told by a module above where the buyer of an order came from. */
public interface OrderOrigins {

    /** Empty where nobody knows, or the buyer does not want it to stand. */
    Optional<OrderOrigin> of(CommunityId community, OrderId order);
}
