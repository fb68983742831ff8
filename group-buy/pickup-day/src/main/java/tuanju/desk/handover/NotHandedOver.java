package tuanju.desk.handover;

import tuanju.command.Refusal;

/** There is no hand-over to take back (409): it was undone already, or never happened at this desk. */
public final class NotHandedOver extends Refusal {
    public NotHandedOver() {
        super(409, "not-handed-over");
    }
}
