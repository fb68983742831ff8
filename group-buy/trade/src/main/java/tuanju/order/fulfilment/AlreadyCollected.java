package tuanju.order.fulfilment;

import tuanju.command.Refusal;

/** The order was handed over before. */
public final class AlreadyCollected extends Refusal {
    AlreadyCollected() {
        super(409, "already-collected");
    }
}
