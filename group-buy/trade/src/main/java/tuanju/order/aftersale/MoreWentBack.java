package tuanju.order.aftersale;

import tuanju.command.Refusal;
import tuanju.money.Money;

/** Of a line more went back already, while all its pieces stayed, than it would cost without these pieces (409). */
final class MoreWentBack extends Refusal {
    MoreWentBack(String productName, Money back) {
        super(409, "more-went-back", productName, back.toString());
    }
}
