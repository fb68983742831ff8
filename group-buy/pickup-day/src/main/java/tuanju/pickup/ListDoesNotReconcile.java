package tuanju.pickup;

import tuanju.command.Refusal;

/** A list and the orders add up differently (409); it says to what, and in which buildings, as lines/pieces/yuan. */
final class ListDoesNotReconcile extends Refusal {
    ListDoesNotReconcile(CheckSum list, CheckSum orders, String differences) {
        super(409, "list-does-not-reconcile", list.toString(), orders.toString(), differences);
    }
}
