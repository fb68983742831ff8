package tuanju.payment.providers;

/** A bill that its provider has signed and that does not hold together: of another day, cut off, or its sums are wrong. */
public final class UnreadableBill extends RuntimeException {

    public UnreadableBill(String reason) {
        super(reason, null, false, false);
    }
}
