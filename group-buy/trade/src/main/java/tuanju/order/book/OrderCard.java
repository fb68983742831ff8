package tuanju.order.book;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.order.OrderStatus;
import tuanju.order.dues.Dues;
import tuanju.picture.PictureRef;

/**
 * An order in its buyer's list.
 *
 * @param title product and spec of the first line
 * @param lines how many lines there are
 * @param amount what was asked for the pieces it has: their prices less discounts
 * @param dues where the money it costs now is
 * @param payBefore until when it can be paid, while it is PLACED
 * @param source the code of its team or cycle, by kind
 * @param pickupCode what the buyer shows at the desk; null until the goods are sure to come
 */
public record OrderCard(
        OrderId id,
        Code code,
        OrderKind kind,
        OrderStatus status,
        String title,
        @Nullable PictureRef picture,
        int lines,
        int pieces,
        Money amount,
        Dues dues,
        Instant placedAt,
        @Nullable Instant payBefore,
        @Nullable Code source,
        String pickupPoint,
        @Nullable Instant pickupFrom,
        @Nullable String pickupCode) {

    /** Whether paying is what it waits for. */
    public boolean payable() {
        return status == OrderStatus.PLACED;
    }
}
