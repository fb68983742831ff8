package tuanju.desk.handover;

import tuanju.command.Refusal;
import tuanju.desk.BagDecision;

/** Nobody came for this bag, and its goods were given away or returned (409): it waits again only when that is taken back. */
final class BagDecided extends Refusal {
    BagDecided(BagDecision.Outcome outcome) {
        super(409, outcome == BagDecision.Outcome.RETURNED ? "bag-returned" : "bag-given-away");
    }
}
