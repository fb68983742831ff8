package tuanju.storefront;

import jakarta.servlet.http.HttpServletRequest;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tuanju.picture.Easels;
import tuanju.picture.Pictures;
import tuanju.picture.PosterCanvas;
import tuanju.picture.QrCodes;
import tuanju.picture.Typefaces;
import tuanju.storefront.StorefrontPainter.Content;
import tuanju.storefront.StorefrontView.Point;

/** Posters of storefronts. */
@Component
@RequiredArgsConstructor
class StorefrontPosters {

    private static final int MOST_PICTURES = 3;

    private final StorefrontSharing sharing;
    private final Pictures pictures;
    private final QrCodes qrCodes;
    private final Typefaces typefaces;
    private final Easels easels;

    /** Names what the poster would show: the same for the same state, language and address. */
    String state(StorefrontView view, String url) {
        var shown = List.of(url, LocaleContextHolder.getLocale(), view.leader(), words(view), goods(view));
        return UUID.nameUUIDFromBytes(shown.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The poster; refuses with TooMany when too many others are being painted. */
    byte[] png(StorefrontView view, String url, HttpServletRequest request) {
        return easels.png(
                state(view, url), request, () -> StorefrontPainter.paint(content(view, url), typefaces::sized));
    }

    private Content content(StorefrontView view, String url) {
        return new Content(
                goods(view).stream().map(this::raster).toList(),
                qrCodes.raster(url, PosterCanvas.QR),
                view.leader(),
                words(view),
                sharing.words("storefront.poster.scan"),
                sharing.words("storefront.poster.brand"),
                view.community().name());
    }

    private BufferedImage raster(Goods goods) {
        return pictures.raster(goods.picture(), goods.name(), StorefrontPainter.PICTURE);
    }

    /** Name, headline, then one line for each thing worth knowing. */
    private List<String> words(StorefrontView view) {
        var words = new ArrayList<String>();
        words.add(view.leader().name());
        words.add(
                view.front().headline().isEmpty()
                        ? sharing.words(
                                "storefront.poster.line", view.community().name())
                        : view.front().headline());
        view.cycles().stream()
                .map(it -> sharing.words(
                        "storefront.poster.cycle",
                        it.cycle().title(),
                        sharing.moment(view, it.cycle().cutOff())))
                .forEach(words::add);
        var areas = view.points().stream().map(Point::name).collect(Collectors.joining("、"));
        if (!areas.isEmpty()) {
            words.add(sharing.words("storefront.poster.points", areas));
        }
        if (view.rounds() > 0) {
            words.add(sharing.words("storefront.rounds", view.rounds()));
        }
        return words;
    }

    private static List<Goods> goods(StorefrontView view) {
        var ofCycles = view.cycles().stream()
                .flatMap(it -> it.products().stream())
                .map(it -> new Goods(it.name(), it.picture()));
        var ofOffers = view.offers().stream().map(it -> new Goods(it.title(), it.picture()));
        return Stream.concat(ofCycles, ofOffers).distinct().limit(MOST_PICTURES).toList();
    }
}
