package tuanju.catalog;

import tuanju.command.Refusal;

/** Pieces that orders hold cannot be taken away. */
public final class StillReserved extends Refusal {
    public StillReserved() {
        super(409, "still-reserved");
    }
}
