package tuanju.teambuy.joining;

import tuanju.command.Refusal;

/** Every seat is taken. */
public final class TeamFull extends Refusal {
    TeamFull() {
        super(409, "team-full");
    }
}
