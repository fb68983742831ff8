package tuanju.receiving;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.order.OrderLineCard;
import tuanju.picture.PictureRef;

/**
 * One product of a cycle between what was ordered and what came.
 *
 * @param product the cycle's product, or made from name and spec where the goods were imported
 * @param expected pieces that orders ask for, before anything was taken off them because it came short
 * @param receipt null while nobody has counted it
 * @param allocated pieces that a confirmed giving-out gave to orders; null where none was needed yet
 */
public record ReceivedGoods(
        UUID product,
        String name,
        String spec,
        @Nullable PictureRef picture,
        int expected,
        int orders,
        @Nullable Receipt receipt,
        @Nullable Integer allocated) {

    /** Name and spec. */
    public String title() {
        return OrderLineCard.title(name, spec);
    }

    public boolean isCounted() {
        return receipt != null;
    }

    /** Pieces that arrived; none while nobody has counted them. */
    public int arrived() {
        return receipt == null ? 0 : receipt.arrived();
    }

    public int damaged() {
        return receipt == null ? 0 : receipt.damaged();
    }

    public int usable() {
        return receipt == null ? 0 : receipt.usable();
    }

    /** Pieces that are too few for what was ordered; none while nobody has counted them. */
    public int missing() {
        return receipt == null ? 0 : Math.max(0, expected - receipt.usable());
    }

    /** Good pieces that nobody ordered. */
    public int surplus() {
        return receipt == null ? 0 : Math.max(0, receipt.usable() - expected);
    }

    /** Whether somebody must still decide who goes without. */
    public boolean isShort() {
        return missing() > 0 && allocated == null;
    }
}
