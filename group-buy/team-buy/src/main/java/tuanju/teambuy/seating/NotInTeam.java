package tuanju.teambuy.seating;

import tuanju.command.Refusal;

/** The member has no paid seat in this team. */
final class NotInTeam extends Refusal {
    NotInTeam() {
        super(409, "not-in-team");
    }
}
