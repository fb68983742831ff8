package tuanju.desk.offline;

import tuanju.command.Refusal;

/** This bag is not handed over at this desk (404): another leader's, another cycle's or another day's. All look alike. */
final class NotAtThisDesk extends Refusal {
    NotAtThisDesk() {
        super(404, "not-at-this-desk");
    }
}
