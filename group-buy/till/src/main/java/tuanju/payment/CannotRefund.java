package tuanju.payment;

import tuanju.command.Refusal;

/** There is not that much left of what was paid for the order. */
public final class CannotRefund extends Refusal {
    CannotRefund() {
        super(409, "refund-exceeds-payment");
    }
}
