package tuanju.desk.offline;

import tuanju.command.Refusal;

/** This bag was sent to another pickup point while a phone without network handed it over at the old one (409). */
final class BagMovedMeanwhile extends Refusal {
    BagMovedMeanwhile() {
        super(409, "bag-moved-meanwhile");
    }
}
