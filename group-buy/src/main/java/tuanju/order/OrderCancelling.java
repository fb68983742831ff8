package tuanju.order;

import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.member.MemberId;

/** The buyer cancels an order that is not paid. */
@Component
public class OrderCancelling {

    /**
     * Closes at the provider first, then here; cancelling twice is cancelling once. Refuses with AlreadyPaid (409) or
     * NotFound. Calls the provider: never inside a transaction.
     */
    public void cancel(MemberId buyer, Code code) {
        throw new UnsupportedOperationException();
    }
}
