package tuanju.command;

/** The same command is being done by another call right now (409): ask again in a moment. */
final class StillRunning extends Refusal {
    StillRunning() {
        super(409, "still-running");
    }
}
