package tuanju.delivery;

import tuanju.command.Refusal;

/** Nobody carries this bag (404): it is not marked to go to its door, or not any more. */
final class NotOnRunSheet extends Refusal {
    NotOnRunSheet() {
        super(404, "not-on-run-sheet");
    }
}
