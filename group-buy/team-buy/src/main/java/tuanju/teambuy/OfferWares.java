package tuanju.teambuy;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.community.PickupPointCard;
import tuanju.community.PickupPoints;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.price.Basket;
import tuanju.price.Discounts;
import tuanju.price.Price;
import tuanju.price.Pricing;
import tuanju.price.Wares;

/** What pieces of an offer's goods cost in a team that is opened now. */
@Component
@RequiredArgsConstructor
class OfferWares implements Wares {

    private final TeamOffers offers;
    private final PickupPoints points;
    private final Pricing pricing;

    @Override
    public Kind kind() {
        return Kind.OFFER;
    }

    @Override
    public Price quote(Code place, List<Wanted> wanted, Asking asking) {
        var offer = offers.visible(place, asking.buyer());
        return price(offer, offer.price(), wanted, asking);
    }

    /** An offer has one product, so that there is one line of it at most. */
    Price price(OfferCard offer, Money each, List<Wanted> wanted, Asking asking) {
        if (wanted.size() > 1) {
            throw new Invalid("lines", "quote-twice");
        }
        var only = wanted.getFirst();
        var item = only.item();
        if (item != null && !item.equals(offer.id().value())) {
            throw new Invalid("lines", "quote-not-sold-here");
        }
        var line = new Basket.Line(offer.sku().value(), each.times(only.pieces()));
        var leader = leader(offer.community(), asking.point());
        return pricing.of(
                new Basket(offer.community(), asking.buyer(), leader, List.of(line), asking.brought()), Discounts.NONE);
    }

    /** Whose coupons count: those of who hands over where it would be collected, and who alone does where nobody says. */
    private @Nullable MemberId leader(CommunityId community, @Nullable UUID point) {
        var all = points.in(community);
        if (point == null) {
            var leaders = all.stream().map(PickupPointCard::leader).distinct().toList();
            return leaders.size() == 1 ? leaders.getFirst() : null;
        }
        return all.stream()
                .filter(it -> it.id().equals(point))
                .map(PickupPointCard::leader)
                .findFirst()
                .orElseThrow(() -> new Invalid("pickupPoint", "quote-no-such-point"));
    }
}
