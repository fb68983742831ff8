package tuanju.teambuy;

import tuanju.command.Refusal;

/** The member has no paid seat in this team. */
public final class NotInTeam extends Refusal {
    NotInTeam() {
        super(409, "not-in-team");
    }
}
