package tuanju.order.fulfilment;

import tuanju.command.Refusal;

/** Fewer pieces of this line are left than were to be handed over (409): somebody else was quicker. */
public final class NotThatManyLeft extends Refusal {
    NotThatManyLeft(String productName) {
        super(409, "not-that-many-left", productName);
    }
}
