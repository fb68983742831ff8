package tuanju.order;

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
 * @param quantity pieces, 1–9999
 */
public record NewLine(
        @Nullable ProductId product,
        @Nullable SkuId sku,
        String productName,
        String spec,
        @Nullable PictureRef picture,
        Money unitPrice,
        int quantity) {

    /** This many pieces of a SKU at this price each. */
    public static NewLine of(SkuCard sku, Money unitPrice, int quantity) {
        return new NewLine(sku.product(), sku.sku(), sku.productName(), sku.spec(), sku.picture(), unitPrice, quantity);
    }

    public Money amount() {
        return unitPrice.times(quantity);
    }
}
