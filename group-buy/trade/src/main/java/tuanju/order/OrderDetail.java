package tuanju.order;

import java.util.List;
import tuanju.address.Door;
import tuanju.community.CommunityId;
import tuanju.money.Money;
import tuanju.payment.RefundCard;

/**
 * Everything its buyer may see of an order.
 *
 * @param timeline oldest first
 * @param changes lines that became fewer since, oldest first
 * @param allowances what went back while the goods stayed, oldest first
 * @param refunds oldest first; empty unless money went or goes back
 */
public record OrderDetail(
        CommunityId community,
        OrderCard card,
        String recipient,
        String maskedPhone,
        Door door,
        Pickup pickup,
        String note,
        List<OrderLineCard> lines,
        List<OrderStep> timeline,
        List<LineChange> changes,
        List<AllowanceGiven> allowances,
        List<RefundCard> refunds) {

    /** What it costs in the end: less what was weighed or given back while the goods stay. */
    public Money net() {
        return lines.stream().map(OrderLineCard::net).reduce(Money.ZERO, Money::plus);
    }
}
