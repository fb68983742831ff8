package tuanju.teambuy;

import tuanju.command.Refusal;

/** The team has formed or lapsed, or its time is over. */
public final class TeamOver extends Refusal {
    public TeamOver() {
        super(409, "team-over");
    }
}
