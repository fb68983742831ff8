package tuanju.order.book;

import java.util.List;
import tuanju.address.Door;
import tuanju.community.CommunityId;
import tuanju.money.Money;
import tuanju.order.OrderKind;
import tuanju.order.OrderLineCard;
import tuanju.order.Pickup;
import tuanju.order.aftersale.AllowanceGiven;
import tuanju.order.aftersale.LineChange;
import tuanju.payment.RefundCard;
import tuanju.price.Discount;
import tuanju.price.Price;
import tuanju.price.Tender;

/**
 * Everything its buyer may see of an order.
 *
 * @param credit what of it is paid, or to be paid, with credit
 * @param discounts what it cost less than its goods when it was placed
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
        Money credit,
        List<Discount> discounts,
        List<OrderStep> timeline,
        List<LineChange> changes,
        List<AllowanceGiven> allowances,
        List<RefundCard> refunds) {

    /** How what was asked for it came about, as it was when it was placed; what went back since stands beside it. */
    public Price price() {
        boolean isElsewhere = card.kind() == OrderKind.IMPORT;
        var asked = changes.stream().map(LineChange::returned).reduce(card.amount(), Money::plus);
        var goods = discounts.stream().map(Discount::amount).reduce(asked, Money::plus);
        return Price.of(goods, discounts, isElsewhere ? Tender.Kind.LEADER : Tender.Kind.PROVIDER)
                .withCredit(credit);
    }

    /** What went back of it or is on its way, what stayed here as credit among it. */
    public Money back() {
        return refunds.stream().map(RefundCard::amount).reduce(Money.ZERO, Money::plus);
    }

    /** What was paid for it before anything went back. */
    public Money paid() {
        return card.dues().paid().plus(back());
    }

    /** What it costs in the end: less what was weighed or given back while the goods stay. */
    public Money net() {
        return lines.stream().map(OrderLineCard::net).reduce(Money.ZERO, Money::plus);
    }
}
