package tuanju.order.paying;

import tuanju.order.OrderKind;
import tuanju.order.PaidOrder;
import tuanju.order.PickupTime;

/**
 * Knows what being paid means for one kind of order; implemented by the module that places orders of this kind.
 * Both methods run in the transaction that decides, with the order's row locked and its goods reserved.
 */
public interface PaidOrderTaker {

    OrderKind kind();

    /** Finds the place of an order whose money has arrived, also when it comes late. Refuses nothing: NONE gives it back. */
    Place take(PaidOrder order);

    /** The order will not be paid: what was kept for it is free again. */
    default void release(PaidOrder order) {}

    /** Whether an order closed for want of payment may still find its place when the money comes after all. */
    default boolean takesReopened() {
        return false;
    }

    /**
     * Where a paid order goes.
     *
     * @param pickup when its goods can be collected, once that is known
     */
    record Place(Kind kind, PickupTime pickup) {

        /** It has its place and waits for others: PAID. */
        public static final Place WAITING = new Place(Kind.WAITING, PickupTime.AS_PLACED);

        /** Its goods will come: CONFIRMED. */
        public static final Place CONFIRMED = new Place(Kind.CONFIRMED, PickupTime.AS_PLACED);

        /** There is no place for it: the order is closed and the money goes back by itself. */
        public static final Place NONE = new Place(Kind.NONE, PickupTime.AS_PLACED);

        /** Its goods will come at this time. */
        public static Place confirmed(PickupTime pickup) {
            return new Place(Kind.CONFIRMED, pickup);
        }

        /** The three ways. */
        public enum Kind {
            WAITING,
            CONFIRMED,
            NONE
        }
    }
}
