package tuanju.order;

import tuanju.command.Refusal;

/** The order is not ready to be handed over: not confirmed, closed or refunded. */
public final class NotCollectable extends Refusal {
    NotCollectable() {
        super(409, "not-collectable");
    }
}
