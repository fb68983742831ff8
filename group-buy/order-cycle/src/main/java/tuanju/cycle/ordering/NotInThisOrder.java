package tuanju.cycle.ordering;

import tuanju.command.Refusal;

/** What should become fewer is not in this order (422): which product. */
final class NotInThisOrder extends Refusal {

    NotInThisOrder(String product) {
        super(422, "cycle-not-in-order", product);
    }
}
