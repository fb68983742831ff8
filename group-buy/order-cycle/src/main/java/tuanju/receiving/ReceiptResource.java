package tuanju.receiving;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product between what was ordered and what came, as programs see it.
 *
 * @param missing pieces too few for what was ordered; null while nothing is counted, as are arrived, damaged and surplus
 * @param allocated pieces given to orders once a shortage was given out
 */
record ReceiptResource(
        UUID product,
        String name,
        String spec,
        int expected,
        @Nullable Integer arrived,
        @Nullable Integer damaged,
        @Nullable Integer missing,
        @Nullable Integer surplus,
        @Nullable Integer allocated,
        String note,
        @Nullable Integer version,
        @Nullable Instant countedAt) {

    static ReceiptResource of(ReceivedGoods goods) {
        var receipt = goods.receipt();
        return new ReceiptResource(
                goods.product(),
                goods.name(),
                goods.spec(),
                goods.expected(),
                receipt == null ? null : receipt.arrived(),
                receipt == null ? null : receipt.damaged(),
                receipt == null ? null : goods.missing(),
                receipt == null ? null : goods.surplus(),
                goods.allocated(),
                receipt == null ? "" : receipt.note(),
                receipt == null ? null : receipt.version(),
                receipt == null ? null : receipt.at());
    }
}
