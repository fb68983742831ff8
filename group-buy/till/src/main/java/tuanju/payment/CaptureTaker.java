package tuanju.payment;

/**
 * Decides where a capture belongs; the order module implements it. Called inside the transaction that stores the capture,
 * exactly once per capture.
 */
public interface CaptureTaker {

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
