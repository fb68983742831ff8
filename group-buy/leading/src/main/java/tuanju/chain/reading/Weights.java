package tuanju.chain.reading;

import java.util.Set;
import java.util.regex.Pattern;
import tuanju.chain.reading.Token.Pieces;

/** Weights and counts that could be a size as well as pieces: 荔枝4斤 where a box holds four. */
final class Weights {

    private static final Set<String> WEIGHTS = Set.of("斤", "公斤", "千克", "kg", "KG");
    private static final Set<String> COUNTS = Set.of("个", "枚", "只", "颗", "粒");
    private static final Pattern BY_WEIGHT = Pattern.compile("(?<![\\d.])(?:1|每|一)?\\s?(?:斤|公斤|kg|KG|500g|500克)|散称|称重");

    private Weights() {}

    static boolean isSoldBy(ChainProduct product, String unit) {
        return Shelf.plain(product.name() + product.spec()).contains(unit);
    }

    /** Pieces of a weight are pieces only where one piece is that weight; what repeats the size is the size. */
    static boolean isDoubtful(ChainProduct product, Pieces pieces) {
        if (WEIGHTS.contains(pieces.unit())) {
            var trimmed = Shelf.plain(product.spec());
            return !BY_WEIGHT.matcher(trimmed).matches() && !trimmed.isEmpty() || repeatsSize(product, pieces);
        }
        return COUNTS.contains(pieces.unit())
                && pieces.count() > 1
                && Shelf.plain(product.name() + " " + product.spec()).contains(pieces.count() + pieces.unit());
    }

    private static boolean repeatsSize(ChainProduct product, Pieces pieces) {
        return pieces.count() > 1
                && !Shelf.ofSize(java.util.List.of(product), pieces.count() + pieces.unit())
                        .isEmpty();
    }
}
