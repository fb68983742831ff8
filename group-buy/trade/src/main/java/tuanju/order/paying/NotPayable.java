package tuanju.order.paying;

import tuanju.command.Refusal;

/** The order does not wait for money: it is paid, closed or refunded. */
public final class NotPayable extends Refusal {
    NotPayable() {
        super(409, "not-payable");
    }
}
