package tuanju.desk;

import tuanju.command.Refusal;

/** There is no hand-over to take back (409): it was undone already, or never happened at this desk. */
final class NotHandedOver extends Refusal {
    NotHandedOver() {
        super(409, "not-handed-over");
    }
}
