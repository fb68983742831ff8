package tuanju.keeping;

import tuanju.command.Refusal;

/** Somebody else did something about this bag at the same moment (409). */
final class DecidedMeanwhile extends Refusal {
    DecidedMeanwhile() {
        super(409, "bag-decided-meanwhile");
    }
}
