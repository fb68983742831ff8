package tuanju.teambuy.joining;

import tuanju.command.Refusal;
import tuanju.community.Code;

/** The member sits in a team of this offer that is still open; the argument is its code. */
public final class AlreadyInTeam extends Refusal {
    AlreadyInTeam(Code team) {
        super(409, "already-in-team", team.value());
    }
}
