package tuanju.order;

import tuanju.command.Refusal;

/** The order is not waiting for its team, so its money does not go back by itself. */
public final class NotRefundable extends Refusal {
    public NotRefundable() {
        super(409, "not-refundable");
    }
}
