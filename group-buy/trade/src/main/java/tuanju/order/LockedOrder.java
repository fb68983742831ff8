package tuanju.order;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import tuanju.catalog.SkuId;
import tuanju.member.MemberId;
import tuanju.money.Money;

/**
 * An order whose row this transaction has locked.
 *
 * @param cause why it is in this status
 * @param returned what of its money went back line by line
 * @param allowed what of its amount went back while the goods stayed
 * @param goods what it reserves, by SKU in a fixed order so that locks are always taken alike
 */
@NamedInterface("rows")
public record LockedOrder(
        PaidOrder order,
        OrderStatus status,
        String cause,
        Money amount,
        Money returned,
        Money allowed,
        List<Goods> goods) {

    /** Pieces of one SKU. */
    public record Goods(SkuId sku, int pieces) {}

    /** What of its money did not go back yet. */
    public Money kept() {
        return amount.minus(allowed);
    }

    /** What was asked for it when it was placed. */
    public Money asked() {
        return amount.plus(returned);
    }

    @Nullable
    public MemberId buyer() {
        return order.buyer();
    }
}
