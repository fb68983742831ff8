package tuanju.teambuy.joining;

import java.util.List;
import tuanju.catalog.SkuCard;
import tuanju.command.Invalid;
import tuanju.money.Money;
import tuanju.order.OrderKind;
import tuanju.order.OrderSource;
import tuanju.order.Pickup;
import tuanju.order.Recipient;
import tuanju.order.life.NewLine;
import tuanju.order.life.NewOrder;
import tuanju.teambuy.OfferClosed;
import tuanju.teambuy.Particulars;
import tuanju.teambuy.Terms;

/** Writes a buyer's order out in full: who, what at which price, and where it is handed over. */
final class OrderDrafts {

    private OrderDrafts() {}

    /** A seat at the price of its team. Refuses with PriceChanged, OfferClosed, an unknown pickup point with Invalid. */
    static NewOrder seat(Particulars<?> needed, OrderSource source, SeatRequest request) {
        var price = needed.terms().price();
        request.agreesTo(price);
        return order(needed, OrderKind.TEAM, source, line(onSale(needed), needed, price, request), request);
    }

    /** The same goods at the price of buying alone, on a member day at that of members. Refuses alike. */
    static NewOrder alone(Particulars<Terms.OfOffer> needed, SeatRequest request) {
        var sku = onSale(needed);
        request.agreesTo(needed.memberPrice());
        var source = OrderSource.offer(needed.terms().offer().value());
        return order(
                needed,
                OrderKind.ALONE,
                source,
                line(sku, needed, sku.price(), request).at(needed.memberPrice()),
                request);
    }

    private static NewOrder order(
            Particulars<?> needed, OrderKind kind, OrderSource source, NewLine line, SeatRequest request) {
        return new NewOrder(
                needed.terms().community(),
                kind,
                source,
                Recipient.of(needed.buyer(), needed.contact()),
                pickup(needed),
                List.of(line),
                request.note(),
                kind == OrderKind.TEAM ? request.whenFull() : null);
    }

    private static SkuCard onSale(Particulars<?> needed) {
        if (!needed.goods().onSale()) {
            throw new OfferClosed();
        }
        return needed.goods();
    }

    private static NewLine line(SkuCard sku, Particulars<?> needed, Money price, SeatRequest request) {
        return NewLine.of(sku, needed.terms().offer().value(), price, request.quantity());
    }

    private static Pickup pickup(Particulars<?> needed) {
        var point = needed.point();
        if (point == null) {
            throw new Invalid("pickupPoint", "unknown-pickup-point");
        }
        return Pickup.at(point, null, null);
    }
}
