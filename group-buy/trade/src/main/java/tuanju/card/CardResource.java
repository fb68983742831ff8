package tuanju.card;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.picture.Pictures;

/**
 * A card as programs read it; amounts in fen, sentences in the language that was asked for.
 *
 * @param priceToFen the dearest of its goods; the same as the cheapest where there is one price
 * @param aloneFen a piece without a team; null where nobody has to wait for others
 * @param left pieces or seats that can still be taken; null where they are not counted
 * @param turns when it begins, or when it ends; null where no moment is near
 * @param visibility PUBLIC, MEMBERS or LEVEL_1 to LEVEL_9
 * @param path its page on this address; null where it has none
 * @param words in lower case, by which it is found
 * @param rating in tenths of a star, of so many; null where fewer than five said something
 */
public record CardResource(
        CardRef.Kind kind,
        String code,
        String title,
        String detail,
        List<String> pictureUrls,
        @Nullable Long priceFromFen,
        @Nullable Long priceToFen,
        @Nullable Long aloneFen,
        @Nullable Integer left,
        Card.State state,
        boolean buyable,
        @Nullable Instant turns,
        String sentence,
        String crowd,
        String terms,
        String visibility,
        @Nullable String path,
        String words,
        Card.@Nullable Rating rating) {

    private static final int PICTURE = 640;

    public static CardResource of(Card card, Pictures pictures) {
        var price = card.price();
        var alone = price == null ? null : price.alone();
        return new CardResource(
                card.ref().kind(),
                card.ref().code().value(),
                card.title(),
                card.detail(),
                card.pictures().stream()
                        .map(it -> pictures.url(it.picture(), it.name(), PICTURE))
                        .toList(),
                price == null ? null : price.from().fen(),
                price == null ? null : price.to().fen(),
                alone == null ? null : alone.fen(),
                card.left(),
                card.state(),
                card.isBuyable(),
                card.turns(),
                card.said().sentence(),
                card.said().crowd(),
                card.said().terms(),
                card.visibility().word(),
                card.path(),
                card.words(),
                card.rating());
    }
}
