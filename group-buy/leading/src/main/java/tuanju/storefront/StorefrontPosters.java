package tuanju.storefront;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import tuanju.card.CardPicture;
import tuanju.picture.Pictures;
import tuanju.picture.PosterAnswers;
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
    private final PosterAnswers answers;

    /**
     * Refuses with TooMany when too many others are being painted.
     *
     * @param url the whole address that its QR code leads to
     */
    ResponseEntity<byte[]> answer(StorefrontView view, String url, ServletWebRequest request) {
        var shown = List.of(url, view.leader(), words(view), goods(view));
        return answers.of(shown, request, () -> StorefrontPainter.paint(content(view, url), typefaces::sized));
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

    private BufferedImage raster(CardPicture goods) {
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
                .map(it -> sharing.until("storefront.poster.cycle", view, it))
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

    private static List<CardPicture> goods(StorefrontView view) {
        return Stream.concat(view.cycles().stream(), view.offers().stream())
                .flatMap(it -> it.pictures().stream())
                .distinct()
                .limit(MOST_PICTURES)
                .toList();
    }
}
