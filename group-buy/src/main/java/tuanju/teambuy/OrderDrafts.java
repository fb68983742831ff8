package tuanju.teambuy;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.catalog.Catalog;
import tuanju.catalog.SkuCard;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.community.PickupPointCard;
import tuanju.community.PickupPoints;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.money.Money;
import tuanju.order.NewLine;
import tuanju.order.NewOrder;
import tuanju.order.OrderKind;
import tuanju.order.OrderSource;
import tuanju.order.Pickup;
import tuanju.order.Recipient;

/** Writes a buyer's order out in full: who, what at which price, and where it is handed over. */
@Component
@RequiredArgsConstructor
class OrderDrafts {

    private final Catalog catalog;
    private final PickupPoints pickupPoints;
    private final Members members;

    /** A seat at the price of its team. Refuses with PriceChanged, OfferClosed, an unknown pickup point with Invalid. */
    NewOrder seat(Terms terms, OrderSource source, MemberId buyer, SeatRequest request) {
        request.agreesTo(terms.price());
        var line = line(onSale(terms), terms.price(), request);
        return new NewOrder(
                terms.community(),
                OrderKind.TEAM,
                source,
                recipient(buyer),
                pickup(terms.community(), request.pickupPoint()),
                List.of(line),
                request.note(),
                request.whenFull());
    }

    /** The same goods at the price of buying alone. Refuses alike. */
    NewOrder alone(Terms.OfOffer terms, MemberId buyer, SeatRequest request) {
        var sku = onSale(terms);
        request.agreesTo(sku.price());
        return new NewOrder(
                terms.community(),
                OrderKind.ALONE,
                OrderSource.offer(terms.offer().value()),
                recipient(buyer),
                pickup(terms.community(), request.pickupPoint()),
                List.of(line(sku, sku.price(), request)),
                request.note(),
                null);
    }

    private SkuCard onSale(Terms terms) {
        var sku = catalog.sku(terms.community(), terms.sku());
        if (!sku.onSale()) {
            throw new OfferClosed();
        }
        return sku;
    }

    private static NewLine line(SkuCard sku, Money price, SeatRequest request) {
        return NewLine.of(sku, price, request.quantity());
    }

    private Recipient recipient(MemberId buyer) {
        return Recipient.of(buyer, members.contact(buyer));
    }

    private Pickup pickup(CommunityId community, UUID point) {
        return Pickup.at(find(community, point), null, null);
    }

    private PickupPointCard find(CommunityId community, UUID point) {
        try {
            return pickupPoints.get(community, point);
        } catch (NotFound e) {
            throw new Invalid("pickupPoint", "unknown-pickup-point");
        }
    }
}
