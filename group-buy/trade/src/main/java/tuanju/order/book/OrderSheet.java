package tuanju.order.book;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.Address;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.order.OrderLineCard;
import tuanju.order.OrderStatus;
import tuanju.order.dues.Dues;

/**
 * An order as the people who sort and hand over see it: lists, labels and the desk are built from these.
 *
 * @param source the team or cycle it belongs to
 * @param buyer null for a guest
 * @param amount what was asked for the pieces it has: their prices less discounts
 * @param dues where the money it costs now is
 */
public record OrderSheet(
        OrderId id,
        Code code,
        OrderKind kind,
        OrderStatus status,
        @Nullable UUID source,
        @Nullable MemberId buyer,
        String recipient,
        String maskedPhone,
        Address address,
        UUID pickupPoint,
        String pickupPointName,
        @Nullable Instant pickupFrom,
        @Nullable Instant pickupUntil,
        String pickupCode,
        String note,
        Money amount,
        Dues dues,
        List<OrderLineCard> lines,
        Instant placedAt,
        @Nullable Instant collectedAt) {

    /** What it costs in the end: less what was weighed or given back while the goods stay. */
    public Money net() {
        return lines.stream().map(OrderLineCard::net).reduce(Money.ZERO, Money::plus);
    }

    public int pieces() {
        return lines.stream().mapToInt(OrderLineCard::quantity).sum();
    }
}
