package tuanju.teambuy.sharing;

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
import tuanju.teambuy.Face;
import tuanju.teambuy.TeamCard;
import tuanju.teambuy.TeamOffers;
import tuanju.teambuy.sharing.PosterContent.PosterFace;

/** Posters of teams. */
@Component
@RequiredArgsConstructor
class TeamPosters {

    private final TeamOffers offers;
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
    ResponseEntity<byte[]> answer(TeamCard team, String url, ServletWebRequest request) {
        var shown = List.of(
                url,
                team.title(),
                team.spec(),
                String.valueOf(team.picture()),
                team.price(),
                team.alonePrice(),
                team.faces(),
                sharing.progress(team));
        return answers.of(shown, request, () -> PosterPainter.paint(content(team, url), typefaces::sized));
    }

    private PosterContent content(TeamCard team, String url) {
        var origin = offers.card(team.offer()).origin();
        var community = communities.get(team.community());
        return new PosterContent(
                pictures.raster(team.picture(), team.title(), PosterPainter.PICTURE),
                qrCodes.raster(url, PosterCanvas.QR),
                team.title(),
                origin.isEmpty() ? team.spec() : team.spec() + " · " + origin,
                sharing.words("teambuy.poster.price", team.size()),
                team.price(),
                sharing.words("teambuy.poster.alone", team.alonePrice()),
                team.faces().stream().map(TeamPosters::face).toList(),
                team.size(),
                sharing.progress(team),
                facts(team, community),
                sharing.words("teambuy.poster.scan"),
                sharing.words("teambuy.poster.brand"),
                community.name());
    }

    private List<String> facts(TeamCard team, CommunityCard community) {
        var area = points.in(community.id()).stream().findFirst().map(PickupPointCard::area);
        return List.of(
                sharing.deadline(team, community.zone()),
                area.map(it -> sharing.words("teambuy.poster.pickup", it)).orElse(community.place()),
                sharing.words("teambuy.poster.promise"));
    }

    private static PosterFace face(Face face) {
        var name = face.card().publicName();
        return new PosterFace(
                name.substring(0, name.offsetByCodePoints(0, 1)), face.card().hue());
    }
}
