package tuanju.desk.handover;

import tuanju.command.Refusal;

/** No order here has this pickup code (404), or none that is handed over at this desk: both look alike. */
final class UnknownPickupCode extends Refusal {
    UnknownPickupCode() {
        super(404, "pickup-code-unknown");
    }
}
