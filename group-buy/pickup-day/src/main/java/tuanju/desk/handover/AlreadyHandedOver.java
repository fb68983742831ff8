package tuanju.desk.handover;

import tuanju.command.Refusal;

/** This order left the desk already (409): who gave it to whom it belongs, and when. */
final class AlreadyHandedOver extends Refusal {
    AlreadyHandedOver(String by, String at) {
        super(409, "already-handed-over", by, at);
    }
}
