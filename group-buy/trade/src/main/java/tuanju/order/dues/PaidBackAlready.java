package tuanju.order.dues;

import tuanju.command.Refusal;

/** Money of this order is noted as paid back by hand, so it was taken (409): that is undone first. */
public final class PaidBackAlready extends Refusal {

    PaidBackAlready() {
        super(409, "paid-back-already");
    }
}
