package tuanju.order;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.money.Money;
import tuanju.picture.PictureRef;
import tuanju.price.LinePrice;

/**
 * One line of an order as it was when it was placed, and what became of its price.
 *
 * @param item what it was ordered from, a team's offer or a product of a cycle; null where neither is known
 * @param usual what a piece cost others then, where its buyer's price was a lower one; else null
 * @param discount what its pieces cost less than their price
 * @param amount what it was ordered for: the price of its pieces less their discount
 * @param allowed what of that its buyer need not pay, or has back, though the goods stay
 * @param grams what its pieces weigh together; null unless they are sold by weight and that stands
 */
public record OrderLineCard(
        LineId id,
        @Nullable UUID item,
        @Nullable UUID product,
        @Nullable UUID sku,
        String productName,
        String spec,
        @Nullable PictureRef picture,
        Money unitPrice,
        @Nullable Money usual,
        int quantity,
        Money discount,
        Money amount,
        Money allowed,
        @Nullable Integer grams) {

    /** Name and spec, said once where the name already holds the spec: 西柚(十个一份). */
    public String title() {
        return title(productName, spec);
    }

    /** The same for goods that are no line. */
    public static String title(String productName, String spec) {
        return spec.isBlank() || productName.contains(spec) ? productName : productName + " · " + spec;
    }

    /** What goes back of its amount when so many of its pieces leave it. */
    public Money backFor(int pieces) {
        var stays = new LinePrice(unitPrice, quantity, discount).keeping(quantity - pieces);
        return amount.minus(stays.amount());
    }

    /** What it costs in the end. */
    public Money net() {
        return amount.minus(allowed);
    }
}
