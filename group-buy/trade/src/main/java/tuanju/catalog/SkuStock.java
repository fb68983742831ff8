package tuanju.catalog;

import org.jspecify.annotations.Nullable;
import tuanju.money.Money;

/**
 * A variant with its stock, for operators.
 *
 * @param onHand pieces here, reserved ones included; null where stock is not counted
 * @param reserved pieces set aside for orders that are not handed over yet
 */
public record SkuStock(
        SkuId id,
        String spec,
        Money price,
        @Nullable Integer onHand,
        int reserved,
        @Nullable Integer perPersonLimit,
        boolean archived) {}
