package tuanju.cycle.ordering;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import tuanju.community.CommunityCard;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleProduct;
import tuanju.cycle.ordering.CyclePosterPainter.Priced;
import tuanju.picture.LinkPicture.Language;
import tuanju.picture.Pictures;
import tuanju.picture.PosterAnswers;
import tuanju.picture.PosterCanvas;
import tuanju.picture.QrCodes;
import tuanju.picture.Typefaces;

/** Posters of cycles: their goods with prices, until when one can order and where to collect. */
@Component
@RequiredArgsConstructor
class CyclePosters {

    private final CycleSharing sharing;
    private final Pictures pictures;
    private final QrCodes qrCodes;
    private final Typefaces typefaces;
    private final PosterAnswers answers;

    /**
     * Refuses with TooMany when too many others are being painted.
     *
     * @param url the whole address that its QR code leads to
     */
    ResponseEntity<byte[]> answer(Shown cycle, String url, ServletWebRequest request) {
        var shown = List.of(
                url,
                cycle.card().title(),
                cycle.products().stream().map(CycleProduct::name).toList(),
                cycle.products().stream()
                        .map(it -> String.valueOf(it.picture()))
                        .toList(),
                goods(cycle),
                facts(cycle));
        return answers.of(shown, request, () -> CyclePosterPainter.paint(content(cycle, url), typefaces::sized));
    }

    /** A cycle with what its poster needs. */
    record Shown(CycleCard card, List<CycleProduct> products, CommunityCard community) {

        Shown {
            products = CycleProduct.stillSold(products);
        }
    }

    private CyclePosterPainter.Content content(Shown cycle, String url) {
        return new CyclePosterPainter.Content(
                rasters(cycle),
                qrCodes.raster(url, PosterCanvas.QR),
                cycle.card().title(),
                goods(cycle),
                facts(cycle),
                words("cycle.poster.scan"),
                words("cycle.share.brand"),
                cycle.community().name());
    }

    private List<BufferedImage> rasters(Shown cycle) {
        var rasters = cycle.products().stream()
                .limit(CyclePosterPainter.MOST_PICTURES)
                .map(it -> pictures.raster(it.picture(), it.name(), CyclePosterPainter.PICTURE))
                .toList();
        return rasters.isEmpty()
                ? List.of(pictures.raster(null, cycle.card().title(), CyclePosterPainter.PICTURE))
                : rasters;
    }

    /** What is weighed has no price before it lies on the scale: it says what 500 g cost. */
    private List<Priced> goods(Shown cycle) {
        return cycle.products().stream()
                .limit(CyclePosterPainter.MOST_LINES)
                .map(it -> new Priced(it.title(), price(it)))
                .toList();
    }

    private String price(CycleProduct product) {
        var weight = product.terms().weight();
        return weight == null ? product.price().toString() : words("cycle.poster.per-500g", weight.per500g());
    }

    private List<String> facts(Shown cycle) {
        var facts = new ArrayList<String>();
        if (cycle.products().size() > CyclePosterPainter.MOST_LINES) {
            facts.add(words("cycle.share.goods", cycle.products().size()));
        }
        facts.add(sharing.stands(cycle.card(), cycle.community(), Language.of(LocaleContextHolder.getLocale())));
        facts.add(words("cycle.poster.pickup", cycle.card().pickupPlace().name()));
        return facts;
    }

    private String words(String key, Object... arguments) {
        return sharing.words(Language.of(LocaleContextHolder.getLocale()), key, arguments);
    }
}
