package tuanju.order.life;

import java.util.List;

/**
 * Says who gets a share of an order once it is completed. Declared here and implemented by every module that knows somebody
 * who does; asked when an order is placed, and kept on it as it was then.
 */
public interface Entitlements {

    /** What this order, which is being placed, gives to others. */
    List<Entitlement> of(NewOrder order);

    /**
     * Whether it is the same for every order placed at one moment, and whoever says it keeps what held when. That costs a
     * question, so it is asked and kept only beside others; an order that says nothing of it is looked up later.
     */
    default boolean isOnFile() {
        return false;
    }
}
