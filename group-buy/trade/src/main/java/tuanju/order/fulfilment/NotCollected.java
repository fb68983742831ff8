package tuanju.order.fulfilment;

import tuanju.command.Refusal;

/** There is no hand-over to take back. */
public final class NotCollected extends Refusal {
    NotCollected() {
        super(409, "not-collected");
    }
}
