package tuanju.complaint;

import tuanju.command.Refusal;

/** The goods are not handed over yet, or the order is completed (409): its buyer reports nothing about it now. */
final class NotToComplainNow extends Refusal {
    NotToComplainNow() {
        super(409, "complaint-not-now");
    }
}
