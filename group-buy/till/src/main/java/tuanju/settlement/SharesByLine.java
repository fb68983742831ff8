package tuanju.settlement;

import java.util.List;
import java.util.UUID;
import tuanju.community.CommunityId;
import tuanju.ledger.Transfer;

/** Knows who else has a part of an order, line by line. Told in the transaction that holds the order; its answer is booked along. */
public interface SharesByLine {

    /** The order is settled. */
    List<Transfer> settled(CommunityId community, UUID order);

    /** Some of it goes back, settled or not. */
    List<Transfer> givenBack(CommunityId community, UUID order, UUID refund);
}
