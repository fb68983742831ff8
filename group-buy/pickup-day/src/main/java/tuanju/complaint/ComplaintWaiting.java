package tuanju.complaint;

import tuanju.command.Refusal;

/** What this buyer reported about these goods waits for its answer already (409). */
final class ComplaintWaiting extends Refusal {
    ComplaintWaiting() {
        super(409, "complaint-waiting");
    }
}
