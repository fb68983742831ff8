package tuanju.order.aftersale;

import java.time.Instant;
import tuanju.money.Money;
import tuanju.order.LineId;
import tuanju.order.OrderLineCard;

/** A line that became fewer pieces, or cheaper: from how many to how many, what went back, when and why. */
public record LineChange(
        LineId line, String productName, String spec, int was, int becomes, Money returned, Instant at, String cause) {

    /** Whether all of its pieces stayed. */
    public boolean isCheaper() {
        return was == becomes;
    }

    /** Which goods: name and spec. */
    public String title() {
        return OrderLineCard.title(productName, spec);
    }
}
