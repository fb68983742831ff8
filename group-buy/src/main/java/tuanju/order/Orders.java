package tuanju.order;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** Places orders and moves them on. Every method joins the caller's transaction. */
@Component
public class Orders {

    /**
     * Places an order and reserves its goods last; it waits to be paid, except an import, which starts CONFIRMED and
     * reserves nothing. Refuses with SoldOut or OverLimit.
     */
    public PlacedOrder place(NewOrder order) {
        throw new UnsupportedOperationException();
    }

    /**
     * Places many imported orders of one community in a handful of statements. Those whose external key is known already
     * are left out of the answer and changed in nothing.
     */
    public List<PlacedOrder> placeImported(CommunityId community, List<NewOrder> orders) {
        throw new UnsupportedOperationException();
    }

    /** Confirms paid orders in one statement: their goods will come. Answers how many there were. */
    public int confirm(CommunityId community, Collection<OrderId> orders, PickupTime when, String cause) {
        throw new UnsupportedOperationException();
    }

    /**
     * Gives a paid order's money back in full and its goods free. Refuses with NotRefundable (409) an order that is not
     * waiting for its team.
     */
    public void refund(CommunityId community, OrderId order, OrderChange change) {
        throw new UnsupportedOperationException();
    }

    /** The order belongs to another team now: its late buyer chose a new one. */
    public void moveTo(CommunityId community, OrderId order, OrderSource source) {
        throw new UnsupportedOperationException();
    }

    /** Puts right where a recipient lives, read wrongly or not at all. Refuses with NotFound. */
    public void correctAddress(CommunityId community, OrderId order, Address address) {
        throw new UnsupportedOperationException();
    }

    /** Hands one order over, once. Refuses with AlreadyCollected or NotCollectable (409), NotFound. */
    public void collect(CommunityId community, OrderId order, MemberId by) {
        throw new UnsupportedOperationException();
    }

    /** Takes a hand-over back. Refuses with NotCollected (409). */
    public void undoCollect(CommunityId community, OrderId order, MemberId by) {
        throw new UnsupportedOperationException();
    }
}
