package tuanju.teambuy;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.PickupPointCard;
import tuanju.community.PickupPoints;
import tuanju.picture.Easels;
import tuanju.picture.Pictures;
import tuanju.picture.PosterCanvas;
import tuanju.picture.QrCodes;
import tuanju.picture.Typefaces;
import tuanju.teambuy.PosterContent.PosterFace;

/** Posters of teams. */
@Component
@RequiredArgsConstructor
class TeamPosters {

    private final TeamSharing sharing;
    private final Communities communities;
    private final PickupPoints points;
    private final Pictures pictures;
    private final QrCodes qrCodes;
    private final Typefaces typefaces;
    private final Easels easels;

    /** Names what the poster would show: the same for the same state of the team, language and address. */
    String state(TeamCard team, String url) {
        var shown = List.of(
                url,
                LocaleContextHolder.getLocale(),
                team.title(),
                team.spec(),
                String.valueOf(team.picture()),
                team.price(),
                team.alonePrice(),
                team.faces(),
                sharing.progress(team));
        return UUID.nameUUIDFromBytes(shown.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The poster; refuses with TooMany when too many others are being painted. */
    byte[] png(TeamCard team, String url, String origin, HttpServletRequest request) {
        return easels.png(
                state(team, url), request, () -> PosterPainter.paint(content(team, url, origin), typefaces::sized));
    }

    private PosterContent content(TeamCard team, String url, String origin) {
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
