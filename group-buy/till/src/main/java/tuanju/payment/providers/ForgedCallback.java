package tuanju.payment.providers;

/** A callback that its provider has not signed, or not just now. It says nothing more: whoever forges shall learn nothing. */
public final class ForgedCallback extends RuntimeException {
    public ForgedCallback() {
        super("forged", null, false, false);
    }
}
