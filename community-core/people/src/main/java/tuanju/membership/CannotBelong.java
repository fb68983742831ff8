package tuanju.membership;

import tuanju.command.Refusal;

/** A membership does not begin or end so: a leader ended it (membership-ended), or they lead there (membership-leads). */
public class CannotBelong extends Refusal {
    CannotBelong(String type) {
        super(409, type);
    }
}
