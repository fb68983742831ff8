package tuanju.wallet;

import tuanju.command.Refusal;

/** What goes back of this order cannot stay as credit: it was not paid here, or it has ended. */
public final class CannotKeep extends Refusal {
    CannotKeep() {
        super(409, "cannot-keep-as-credit");
    }
}
