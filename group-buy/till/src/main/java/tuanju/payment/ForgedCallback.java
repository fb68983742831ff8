package tuanju.payment;

/** A callback that its provider has not signed, or not just now. It says nothing more: whoever forges shall learn nothing. */
final class ForgedCallback extends RuntimeException {
    ForgedCallback() {
        super("forged", null, false, false);
    }
}
