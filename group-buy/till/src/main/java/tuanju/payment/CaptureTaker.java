package tuanju.payment;

import java.util.Optional;

/**
 * Decides where a capture belongs; the order module implements it. Called inside the transaction that stores the capture,
 * exactly once per capture.
 */
public interface CaptureTaker {

    /**
     * Takes money for what is paid like an order and has no goods: time, such as that of a plan. Asked where no order knows a capture,
     * within the same transaction.
     */
    interface OfTime {

        /** Empty where they do not know it either. */
        Optional<Destination> take(Capture capture);
    }

    Destination take(Capture capture);

    /** The one place where a capture ends. */
    enum Destination {
        /** It pays the order. */
        ORDER,
        /** It has no place (order closed, paid already, team full and refund chosen): it goes back in full by itself. */
        REFUND,
        /** Something is wrong (unknown order, other amount): a person decides. */
        EXCEPTION
    }
}
