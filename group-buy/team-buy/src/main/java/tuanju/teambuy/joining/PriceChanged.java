package tuanju.teambuy.joining;

import tuanju.command.Refusal;
import tuanju.money.Money;

/** The price is not the one the buyer saw; the argument is the price now. */
public final class PriceChanged extends Refusal {
    PriceChanged(Money now) {
        super(409, "price-changed", now.yuan());
    }
}
