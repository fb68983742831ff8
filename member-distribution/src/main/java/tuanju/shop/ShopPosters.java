package tuanju.shop;

import static tuanju.picture.PosterCanvas.INK;
import static tuanju.picture.PosterCanvas.MARGIN;
import static tuanju.picture.PosterCanvas.QUIET;
import static tuanju.picture.PosterCanvas.WIDTH;

import java.awt.image.BufferedImage;
import java.util.List;
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

/** Posters of shops: up to three pictures, what it is called, what can be had there now, and the way there. */
@Component
@RequiredArgsConstructor
class ShopPosters {

    private static final int MOST_PICTURES = 3;
    private static final int MOST_GOODS = 5;
    private static final int SHEET = 680;
    private static final int ALONE = 520;
    private static final int GAP = 36;

    private final ShopSharing sharing;
    private final Pictures pictures;
    private final QrCodes qrCodes;
    private final Typefaces typefaces;
    private final PosterAnswers answers;

    /**
     * Refuses with TooMany when too many others are being painted.
     *
     * @param url the whole address that its QR code leads to
     */
    ResponseEntity<byte[]> answer(ShopView view, String url, ServletWebRequest request) {
        var shown = List.of(url, view.shop().title(), view.owner().publicName(), pictures(view), facts(view));
        return answers.of(shown, request, () -> paint(view, url));
    }

    private BufferedImage paint(ShopView view, String url) {
        var canvas = new PosterCanvas(typefaces::sized);
        pictures(canvas, view);
        var title = view.shop().title();
        canvas.ink().setFont(canvas.bold(62));
        canvas.word(canvas.shortened(title, WIDTH - 2.0 * MARGIN), canvas.bold(62), INK, MARGIN, SHEET + 116.0);
        var by = sharing.words("shop.poster.by", view.owner().publicName());
        canvas.word(by, canvas.regular(32), QUIET, MARGIN, SHEET + 174.0);
        facts(canvas, view, SHEET + 262);
        canvas.wayIn(qrCodes.raster(url, PosterCanvas.QR), sharing.words("shop.poster.scan"));
        canvas.footer(sharing.words("shop.poster.brand"), view.community().name());
        return canvas.finished();
    }

    /** One large, or two or three side by side. */
    private void pictures(PosterCanvas canvas, ShopView view) {
        var shown = pictures(view);
        var names = shown.isEmpty() ? List.of(new CardPicture(view.shop().title(), null)) : shown;
        int size = names.size() == 1 ? ALONE : (WIDTH - 2 * MARGIN - (names.size() - 1) * GAP) / names.size();
        int left = (WIDTH - names.size() * size - (names.size() - 1) * GAP) / 2;
        var painted = names.stream()
                .map(it -> pictures.raster(it.picture(), it.name(), size))
                .toList();
        canvas.wash(painted.getFirst(), SHEET);
        for (var picture : painted) {
            canvas.picture(picture, left, (SHEET - size) / 2, size);
            left += size + GAP;
        }
    }

    private void facts(PosterCanvas canvas, ShopView view, int first) {
        int y = first;
        for (var fact : facts(view)) {
            canvas.ink().setFont(canvas.regular(34));
            var line = canvas.shortened(fact, WIDTH - 3.0 * MARGIN - PosterCanvas.QR);
            canvas.word(line, canvas.regular(34), INK, MARGIN, y);
            y += 66;
        }
    }

    private List<String> facts(ShopView view) {
        return view.onOffer().stream()
                .limit(MOST_GOODS)
                .map(it -> it.card().price() == null
                        ? it.card().title()
                        : sharing.words(
                                "shop.poster.goods",
                                it.card().title(),
                                it.card().price().from().yuan()))
                .toList();
    }

    private static List<CardPicture> pictures(ShopView view) {
        var cover = view.shop().cover();
        var own = cover == null
                ? Stream.<CardPicture>empty()
                : Stream.of(new CardPicture(view.shop().title(), cover));
        return Stream.concat(own, view.onOffer().stream().map(ShopView.Item::picture))
                .distinct()
                .limit(MOST_PICTURES)
                .toList();
    }
}
