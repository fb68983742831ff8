package tuanju.order;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** Reads orders: for their buyers, and for the people who sort and hand over. */
@Component
public class OrderBook {

    /**
     * This buyer's orders of all communities, newest first.
     *
     * @param after the last order of the page before; null for the first page
     * @param limit at most 50
     */
    public List<OrderCard> of(MemberId buyer, @Nullable Code after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** One order of this buyer in full. Refuses with NotFound, also another person's. */
    public OrderDetail detail(MemberId buyer, Code code) {
        throw new UnsupportedOperationException();
    }

    /** One order of this buyer. Refuses with NotFound, also another person's. */
    public OrderCard card(MemberId buyer, Code code) {
        throw new UnsupportedOperationException();
    }

    /** The orders of one cycle or team that are confirmed, collected or completed, in the order they were placed. */
    public List<OrderSheet> sheetsOf(CommunityId community, UUID source) {
        throw new UnsupportedOperationException();
    }

    /** The orders waiting at this leader's pickup points, and those collected there less than a day ago. */
    public List<OrderSheet> sheetsAtDeskOf(CommunityId community, MemberId leader) {
        throw new UnsupportedOperationException();
    }

    /** The order with this pickup code at one of this leader's points, in any status. */
    public Optional<OrderSheet> byPickupCode(CommunityId community, MemberId leader, String pickupCode) {
        throw new UnsupportedOperationException();
    }

    /** One order as the people who hand over see it. Refuses with NotFound. */
    public OrderSheet sheet(CommunityId community, OrderId order) {
        throw new UnsupportedOperationException();
    }

    /** What the lists of one cycle or team must add up to, counted by the database. */
    public OrderTotals totalsOf(CommunityId community, UUID source) {
        throw new UnsupportedOperationException();
    }

    /** The full phone number an order brought with it, for a logged reveal; empty for members' own orders. */
    public Optional<String> phone(CommunityId community, OrderId order) {
        throw new UnsupportedOperationException();
    }
}
