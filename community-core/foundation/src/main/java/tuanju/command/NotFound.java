package tuanju.command;

/** Nothing here, or nothing that this person may see: both look alike (404). */
public final class NotFound extends Refusal {
    public NotFound() {
        super(404, "not-found");
    }
}
