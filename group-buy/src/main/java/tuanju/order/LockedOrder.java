package tuanju.order;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.catalog.SkuId;
import tuanju.member.MemberId;
import tuanju.money.Money;

/**
 * An order whose row this transaction has locked.
 *
 * @param cause why it is in this status
 * @param goods what it reserves, by SKU in a fixed order so that locks are always taken alike
 */
record LockedOrder(PaidOrder order, OrderStatus status, String cause, Money amount, List<Goods> goods) {

    /** Pieces of one SKU. */
    record Goods(SkuId sku, int pieces) {}

    @Nullable
    MemberId buyer() {
        return order.buyer();
    }
}
