package tuanju.order;

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

    /** Where a paid order goes. */
    enum Place {
        /** It has its place and waits for others: PAID. */
        WAITING,
        /** Its goods will come: CONFIRMED. */
        CONFIRMED,
        /** There is no place for it: the order is closed and the money goes back by itself. */
        NONE
    }
}
