package tuanju.desk.handover;

import tuanju.command.Refusal;

/** This bag is handed over at another leader's point (404); whose it is stays unsaid. */
final class BagOfAnotherLeader extends Refusal {
    BagOfAnotherLeader(String point) {
        super(404, "bag-of-another-leader", point);
    }
}
