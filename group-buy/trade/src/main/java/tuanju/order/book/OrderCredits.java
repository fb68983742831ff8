package tuanju.order.book;

import java.util.Optional;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** Told by a module above whether what goes back of an order can stay as its buyer's credit. */
public interface OrderCredits {

    /** Empty where it cannot: it was not paid here, or is over. */
    Optional<OrderCredit> of(CommunityId community, MemberId buyer, OrderCard order);
}
