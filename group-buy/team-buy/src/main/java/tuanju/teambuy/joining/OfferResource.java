package tuanju.teambuy.joining;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.teambuy.OfferCard;

/**
 * A team offer as the API shows it to everyone; prices in fen.
 *
 * @param pickupPoints where whoever joins may collect
 */
record OfferResource(
        String code,
        String title,
        String spec,
        String origin,
        String pictureUrl,
        long priceFen,
        long alonePriceFen,
        int size,
        int durationHours,
        int pickupAfterDays,
        @Nullable Integer left,
        @Nullable Integer perPersonLimit,
        int openTeams,
        boolean open,
        Instant startsAt,
        Instant endsAt,
        List<PointChoice> pickupPoints) {

    static OfferResource of(OfferCard offer, String pictureUrl, List<PointChoice> points) {
        return new OfferResource(
                offer.code().value(),
                offer.title(),
                offer.spec(),
                offer.origin(),
                pictureUrl,
                offer.price().fen(),
                offer.alonePrice().fen(),
                offer.size(),
                offer.durationHours(),
                offer.pickupAfterDays(),
                offer.left(),
                offer.perPersonLimit(),
                offer.openTeams(),
                offer.open(),
                offer.startsAt(),
                offer.endsAt(),
                points);
    }
}
