package tuanju.order.life;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.catalog.ProductId;
import tuanju.catalog.SkuCard;
import tuanju.catalog.SkuId;
import tuanju.money.Money;
import tuanju.picture.PictureRef;

/**
 * One line of an order to be placed: a snapshot of what is bought.
 *
 * @param sku null where the goods are not in the catalogue; then no stock is reserved
 * @param item what it is ordered from, a team's offer or a product of a cycle; null where neither is known
 * @param quantity pieces, 1–9999
 * @param usual what a piece costs on other days, where this one is a member day; null where it costs that
 */
public record NewLine(
        @Nullable ProductId product,
        @Nullable SkuId sku,
        @Nullable UUID item,
        String productName,
        String spec,
        @Nullable PictureRef picture,
        Money unitPrice,
        int quantity,
        @Nullable Money usual) {

    /** At its usual price. */
    public NewLine(
            @Nullable ProductId product,
            @Nullable SkuId sku,
            @Nullable UUID item,
            String productName,
            String spec,
            @Nullable PictureRef picture,
            Money unitPrice,
            int quantity) {
        this(product, sku, item, productName, spec, picture, unitPrice, quantity, null);
    }

    /** The same at the price of a member day, which is not above the usual one. */
    public NewLine at(Money memberPrice) {
        return memberPrice.equals(unitPrice)
                ? this
                : new NewLine(product, sku, item, productName, spec, picture, memberPrice, quantity, unitPrice);
    }

    /** This many pieces of a SKU at this price each, as an item offers them. */
    public static NewLine of(SkuCard sku, UUID item, Money unitPrice, int quantity) {
        return new NewLine(
                sku.product(), sku.sku(), item, sku.productName(), sku.spec(), sku.picture(), unitPrice, quantity);
    }

    /** Goods of which only the name is known. */
    public static NewLine named(String productName, String spec, Money unitPrice, int quantity) {
        return new NewLine(null, null, null, productName, spec, null, unitPrice, quantity);
    }

    public Money amount() {
        return unitPrice.times(quantity);
    }
}
