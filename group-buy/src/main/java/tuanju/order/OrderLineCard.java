package tuanju.order;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.money.Money;
import tuanju.picture.PictureRef;

/** One line of an order as it was when it was placed. */
public record OrderLineCard(
        @Nullable UUID product,
        @Nullable UUID sku,
        String productName,
        String spec,
        @Nullable PictureRef picture,
        Money unitPrice,
        int quantity,
        Money amount) {}
