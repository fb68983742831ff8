package tuanju.sandbox;

/** A message that its named sender has not signed, or not just now. Says nothing more, so that nobody learns from it. */
public final class ForgedMessage extends RuntimeException {
    ForgedMessage() {
        super("forged", null, false, false);
    }
}
