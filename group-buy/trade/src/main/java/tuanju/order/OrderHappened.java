package tuanju.order;

import java.util.UUID;
import tuanju.outbox.Happened;

/** Something that happened to an order, heard in the order in which it happened. */
interface OrderHappened extends Happened {

    OrderFacts order();

    @Override
    default UUID subject() {
        return order().order().value();
    }
}
