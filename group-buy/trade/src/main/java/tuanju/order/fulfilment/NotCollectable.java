package tuanju.order.fulfilment;

import tuanju.command.Refusal;

/** The order is not ready to be handed over: not confirmed, closed or refunded. */
public final class NotCollectable extends Refusal {
    public NotCollectable() {
        super(409, "not-collectable");
    }
}
