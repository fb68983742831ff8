package tuanju.keeping;

import tuanju.command.Refusal;

/** The bag is kept for its buyer until then (409), so nothing is decided about it yet. */
final class StillKept extends Refusal {
    StillKept(String until) {
        super(409, "bag-still-kept", until);
    }
}
