package tuanju.order.aftersale;

import tuanju.command.Refusal;
import tuanju.money.Money;

/** Of an order so much went back already, while its pieces stayed, that these pieces cost more than is left of it (409). */
final class MoreWentBack extends Refusal {
    MoreWentBack(Money left) {
        super(409, "more-went-back", left.toString());
    }
}
