package tuanju.order.life;

import tuanju.database.Ids;
import tuanju.order.OrderId;

/** An order and the id it has from the first try on. */
record OrderDraft(OrderId id, NewOrder order) {

    static OrderDraft of(NewOrder order) {
        return new OrderDraft(new OrderId(Ids.next()), order);
    }
}
