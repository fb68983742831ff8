package tuanju.order;

import tuanju.command.Refusal;

/** Nothing of this order can be changed any more: it was closed, or its money went back (409). */
public final class OrderIsOver extends Refusal {
    public OrderIsOver() {
        super(409, "order-is-over");
    }
}
