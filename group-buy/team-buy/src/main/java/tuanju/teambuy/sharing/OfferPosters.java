package tuanju.teambuy.sharing;

import java.awt.image.BufferedImage;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.PickupPointCard;
import tuanju.community.PickupPoints;
import tuanju.picture.Pictures;
import tuanju.picture.PosterAnswers;
import tuanju.picture.PosterCanvas;
import tuanju.picture.QrCodes;
import tuanju.picture.Typefaces;
import tuanju.teambuy.OfferCard;

/** Posters of team offers: what a team costs and how many make one. */
@Component
@RequiredArgsConstructor
class OfferPosters {

    private final TeamSharing sharing;
    private final Communities communities;
    private final PickupPoints points;
    private final Pictures pictures;
    private final QrCodes qrCodes;
    private final Typefaces typefaces;
    private final PosterAnswers answers;

    /**
     * Refuses with TooMany when too many others are being painted.
     *
     * @param url the whole address that its QR code leads to
     */
    ResponseEntity<byte[]> answer(OfferCard offer, String url, ServletWebRequest request) {
        var community = communities.get(offer.community());
        var facts = facts(offer, community);
        var shown = List.of(
                url,
                offer.title(),
                offer.spec(),
                offer.origin(),
                String.valueOf(offer.picture()),
                offer.price(),
                offer.alonePrice(),
                offer.size(),
                waiting(offer),
                facts);
        return answers.of(shown, request, () -> paint(offer, url, facts, community));
    }

    private BufferedImage paint(OfferCard offer, String url, List<String> facts, CommunityCard community) {
        var content = new PosterContent(
                pictures.raster(offer.picture(), offer.title(), PosterPainter.PICTURE),
                qrCodes.raster(url, PosterCanvas.QR),
                offer.title(),
                offer.origin().isEmpty() ? offer.spec() : offer.spec() + " · " + offer.origin(),
                sharing.words("teambuy.poster.price", offer.size()),
                offer.price(),
                sharing.words("teambuy.poster.alone", offer.alonePrice()),
                List.of(),
                offer.size(),
                waiting(offer),
                facts,
                sharing.words("teambuy.poster.scan"),
                sharing.words("teambuy.poster.brand"),
                community.name());
        return PosterPainter.paint(content, typefaces::sized);
    }

    /** How many teams wait for somebody, or that nobody has begun one. */
    private String waiting(OfferCard offer) {
        if (!offer.open()) {
            return sharing.words("teambuy.share.over");
        }
        return offer.openTeams() > 0
                ? sharing.words("teambuy.card.teams", offer.openTeams())
                : sharing.words("teambuy.poster.gather", offer.size());
    }

    private List<String> facts(OfferCard offer, CommunityCard community) {
        var area = points.in(community.id()).stream().findFirst().map(PickupPointCard::area);
        return List.of(
                area.map(it -> sharing.words("teambuy.poster.pickup", it)).orElse(community.place()),
                sharing.words("teambuy.poster.hours", offer.durationHours()),
                sharing.words("teambuy.poster.promise"));
    }
}
