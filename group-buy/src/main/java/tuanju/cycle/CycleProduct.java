package tuanju.cycle;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.catalog.SkuId;
import tuanju.money.Money;
import tuanju.picture.PictureRef;

/**
 * A product as a cycle sells it.
 *
 * @param terms how many pieces come in a case, and what it takes to go ahead
 * @param left pieces that can still be ordered; null without a limit
 */
public record CycleProduct(
        UUID id,
        @Nullable SkuId sku,
        String name,
        String spec,
        @Nullable PictureRef picture,
        Money price,
        @Nullable Integer left,
        int taken,
        ProductTerms terms) {

    public boolean isSoldOut() {
        return left != null && left <= 0;
    }
}
