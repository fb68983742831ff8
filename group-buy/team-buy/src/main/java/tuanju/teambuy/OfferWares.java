package tuanju.teambuy;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.price.Price;
import tuanju.price.Tender;
import tuanju.price.Wares;

/** What pieces of an offer's goods cost in a team that is opened now. */
@Component
@RequiredArgsConstructor
class OfferWares implements Wares {

    private final TeamOffers offers;

    @Override
    public Kind kind() {
        return Kind.OFFER;
    }

    @Override
    public Price quote(Code place, MemberId viewer, List<Wanted> wanted) {
        var offer = offers.visible(place, viewer);
        return price(offer.id().value(), offer.price(), wanted);
    }

    /** An offer has one product, so that there is one line of it at most. */
    static Price price(UUID offer, Money each, List<Wanted> wanted) {
        if (wanted.size() > 1) {
            throw new Invalid("lines", "quote-twice");
        }
        var only = wanted.getFirst();
        var item = only.item();
        if (item != null && !item.equals(offer)) {
            throw new Invalid("lines", "quote-not-sold-here");
        }
        return Price.of(each.times(only.pieces()), List.of(), Tender.Kind.PROVIDER);
    }
}
