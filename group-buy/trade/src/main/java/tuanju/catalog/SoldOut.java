package tuanju.catalog;

import tuanju.command.Refusal;

/** Fewer pieces are left than were asked for. */
public final class SoldOut extends Refusal {
    public SoldOut(int quantity) {
        super(409, "sold-out", quantity);
    }
}
