package tuanju.teambuy.joining;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.PickupPointCard;
import tuanju.community.PickupPoints;
import tuanju.member.MemberId;
import tuanju.memberday.MemberPrices;
import tuanju.money.Money;
import tuanju.order.WhenFull;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderCard;
import tuanju.payment.Payments;
import tuanju.price.Basket;
import tuanju.price.BroughtAlong;
import tuanju.price.Discounts;
import tuanju.price.Price;
import tuanju.price.Pricing;
import tuanju.teambuy.OfferCard;
import tuanju.teambuy.TeamCard;
import tuanju.teambuy.TeamOffers;
import tuanju.teambuy.Teams;
import tuanju.teambuy.joining.Checkout.Kind;

/** Prepares checkout pages: prices as they are now, choices as the buyer made them so far. */
@Component
@RequiredArgsConstructor
class Checkouts {

    private static final int MOST_PIECES = 99;

    private final TeamOffers offers;
    private final Teams teams;
    private final Communities communities;
    private final PickupPoints pickupPoints;
    private final Payments payments;
    private final OrderBook orders;
    private final Pricing pricing;
    private final MemberPrices prices;

    /** The page for this step, with a command key of its own. Refuses with NotFound. */
    Checkout prepare(CheckoutStep step, MemberId buyer) {
        var team = step.kind() == Kind.JOIN ? teams.visible(step.code(), buyer) : null;
        var offer = team == null ? offers.visible(step.code(), buyer) : offers.card(team.offer());
        var form = step.form();
        var points = pickupPoints.in(offer.community());
        int most = most(offer);
        int quantity = Math.clamp(readable(form), 1, Math.max(1, most));
        var point = point(points, form);
        var price = price(step.kind(), offer, team, buyer);
        return new Checkout(
                step.kind(),
                offer,
                team,
                communities.get(offer.community()),
                points,
                payments.providers(),
                most,
                quantity,
                point,
                whenFull(step.kind(), form),
                form.note() == null ? "" : form.note(),
                price,
                cost(offer, price, new Asked(buyer, leader(points, point), quantity, form.brought())),
                step.nextKey(buyer, latestOrder(buyer)));
    }

    /** Who would order how many pieces from whom, and bring what along. */
    private record Asked(MemberId buyer, @Nullable MemberId leader, int quantity, BroughtAlong brought) {}

    private Money price(Kind kind, OfferCard offer, @Nullable TeamCard team, MemberId buyer) {
        if (kind == Kind.ALONE) {
            return prices.alone(offer.community(), buyer, offer.sku().value(), offer.alonePrice());
        }
        return team == null ? offer.price() : team.price();
    }

    private Price cost(OfferCard offer, Money each, Asked asked) {
        var line = new Basket.Line(offer.sku().value(), each.times(asked.quantity()));
        return pricing.of(
                new Basket(offer.community(), asked.buyer(), asked.leader(), List.of(line), asked.brought()),
                Discounts.NONE);
    }

    private static @Nullable MemberId leader(List<PickupPointCard> points, @Nullable UUID point) {
        return points.stream()
                .filter(it -> it.id().equals(point))
                .map(PickupPointCard::leader)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Code latestOrder(MemberId buyer) {
        return orders.of(buyer, null, 1).stream()
                .findFirst()
                .map(OrderCard::code)
                .orElse(null);
    }

    private static int most(OfferCard offer) {
        return Stream.of(offer.left(), offer.perPersonLimit())
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .reduce(MOST_PIECES, Math::min);
    }

    private static int readable(CheckoutForm form) {
        try {
            return form.pieces();
        } catch (Invalid unreadable) {
            return 1;
        }
    }

    private static @Nullable UUID point(List<PickupPointCard> points, CheckoutForm form) {
        var chosen = form.point();
        return points.stream()
                .map(PickupPointCard::id)
                .filter(it -> it.toString().equals(chosen))
                .findFirst()
                .or(() -> points.stream().map(PickupPointCard::id).findFirst())
                .orElse(null);
    }

    /** Without a choice: who opens gets a team of their own, who joins gets the money back. */
    static WhenFull otherwise(Kind kind) {
        return kind == Kind.OPEN ? WhenFull.OPEN_NEW : WhenFull.REFUND;
    }

    private static WhenFull whenFull(Kind kind, CheckoutForm form) {
        try {
            return form.whenFull(otherwise(kind));
        } catch (Invalid unreadable) {
            return otherwise(kind);
        }
    }
}
