package tuanju.order.paying;

import tuanju.command.Refusal;

/** The order turned out to be paid; it cannot be cancelled as unpaid. */
public final class AlreadyPaid extends Refusal {
    AlreadyPaid() {
        super(409, "already-paid");
    }
}
