package tuanju.order.aftersale;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.order.OrderLineCard;

/**
 * Part of a line's price that went back while the goods stayed.
 *
 * @param actor null where nobody but the program decided it
 */
public record AllowanceGiven(
        OrderId order,
        String productName,
        String spec,
        Money amount,
        Instant at,
        @Nullable MemberId actor,
        String cause) {

    /** Which goods: name and spec. */
    public String title() {
        return OrderLineCard.title(productName, spec);
    }
}
