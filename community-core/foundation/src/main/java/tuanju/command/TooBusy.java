package tuanju.command;

/** So many want something at once that one more would only make everybody slower (503); in a moment it works. */
public final class TooBusy extends Refusal {

    /** Long enough for a crowd to pass, short enough to be waited for. */
    public static final int RETRY_AFTER_SECONDS = 2;

    public TooBusy() {
        super(503, "too-busy");
    }
}
