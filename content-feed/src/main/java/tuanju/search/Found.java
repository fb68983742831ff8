package tuanju.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.card.CardPrice;

/**
 * Something that was found and that the searcher may see.
 *
 * @param title its name, marked where it is found
 * @param text what else there is to say, marked likewise
 * @param path its page on this address
 * @param picture address of its picture; null where it has none
 * @param price null where nothing is asked for it
 */
record Found(
        Kind kind,
        String code,
        List<Marked> title,
        List<Marked> text,
        String path,
        @Nullable String picture,
        @Nullable CardPrice price) {

    /** The name without its marks. */
    String name() {
        return text(title);
    }

    /** Whether this word, in simplified characters, stands in what is shown of it. */
    boolean holds(String word) {
        return Han.get().fold(text(title) + " " + text(text)).contains(word);
    }

    private static String text(List<Marked> parts) {
        return parts.stream().map(Marked::text).reduce("", String::concat);
    }
}
