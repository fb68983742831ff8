package tuanju.complaint;

import tuanju.command.Refusal;

/** The operator decides about this complaint now, and its leader no more (409). */
final class ComplaintPassedOn extends Refusal {
    ComplaintPassedOn() {
        super(409, "complaint-passed-on");
    }
}
