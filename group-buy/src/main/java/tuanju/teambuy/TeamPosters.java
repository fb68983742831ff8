package tuanju.teambuy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tuanju.command.TooMany;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.PickupPointCard;
import tuanju.community.PickupPoints;
import tuanju.picture.Pictures;
import tuanju.picture.QrCodes;
import tuanju.picture.Typefaces;
import tuanju.teambuy.PosterContent.PosterFace;

/** Posters of teams as PNG. Painting costs a second of work, so each is painted once per state and few at a time. */
@Component
@RequiredArgsConstructor
class TeamPosters {

    private static final int KEPT = 64;
    private static final int AT_A_TIME = 2;
    private static final int PATIENCE_SECONDS = 5;

    private final TeamSharing sharing;
    private final Communities communities;
    private final PickupPoints points;
    private final Pictures pictures;
    private final QrCodes qrCodes;
    private final Typefaces typefaces;

    private final Semaphore easels = new Semaphore(AT_A_TIME);
    private final Map<String, byte[]> painted = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    /** Names what the poster would show: the same for the same state of the team, language and address. */
    String state(TeamCard team) {
        var shown = List.of(
                sharing.url(team),
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
    byte[] png(TeamCard team, String origin) {
        var state = state(team);
        var known = known(state);
        if (known != null) {
            return known;
        }
        takeEasel();
        try {
            var again = known(state);
            return again != null
                    ? again
                    : keep(state, encoded(PosterPainter.paint(content(team, origin), typefaces::sized)));
        } finally {
            easels.release();
        }
    }

    private void takeEasel() {
        try {
            if (!easels.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TooMany(PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooMany(PATIENCE_SECONDS);
        }
    }

    private synchronized byte @Nullable [] known(String state) {
        return painted.get(state);
    }

    private synchronized byte[] keep(String state, byte[] png) {
        painted.put(state, png);
        return png;
    }

    private PosterContent content(TeamCard team, String origin) {
        var community = communities.get(team.community());
        return new PosterContent(
                pictures.raster(team.picture(), team.title(), PosterPainter.PICTURE),
                qrCodes.raster(sharing.url(team), PosterPainter.QR),
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

    private static byte[] encoded(BufferedImage poster) {
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(poster, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
