package tuanju.desk.handover;

import tuanju.command.Refusal;
import tuanju.order.OrderStatus;

/** The order is here, but its goods are not to be handed over (409): not sure to come yet, or its money went back. */
final class BagNotForHandover extends Refusal {
    BagNotForHandover(OrderStatus status) {
        super(409, status == OrderStatus.PAID || status == OrderStatus.PLACED ? "bag-not-yet" : "bag-called-off");
    }
}
