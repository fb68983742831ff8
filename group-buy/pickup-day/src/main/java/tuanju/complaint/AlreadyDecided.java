package tuanju.complaint;

import tuanju.command.Refusal;

/** This complaint was decided meanwhile (409). */
final class AlreadyDecided extends Refusal {
    AlreadyDecided() {
        super(409, "complaint-decided");
    }
}
