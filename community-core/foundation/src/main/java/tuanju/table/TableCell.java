package tuanju.table;

import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * What stands in one place of a table, on its page and in its files alike.
 *
 * @param value a text, a number, an amount of money, a time, or a {@linkplain #word word} that depends on the language
 * @param below what stands below it on the page and beside it in a file; empty where there is nothing
 * @param link the page it opens; null where it opens none
 * @param tone "good", "hurry", "harm" or "plain" where it is shown as a badge; null otherwise
 * @param picture the address of a square one that stands before it on the page; null where none does
 */
public record TableCell(
        Object value,
        Object below,
        @Nullable String link,
        @Nullable String tone,
        @Nullable String picture) {

    /** Of nothing. */
    public static final TableCell NONE = of("");

    public static TableCell of(Object value) {
        return new TableCell(value, "", null, null, null);
    }

    /** What the language of the reader calls this message. */
    public static Object word(String key, Object... arguments) {
        return new DefaultMessageSourceResolvable(new String[] {key}, arguments);
    }

    /** The same for a word that a later or another release may not know: then it stands there as it is kept. */
    public static Object wordOr(String kept, String key) {
        return new DefaultMessageSourceResolvable(new String[] {key}, kept);
    }

    public TableCell over(Object below) {
        return new TableCell(value, below, link, tone, picture);
    }

    /** Opens this page; a null one opens none. */
    public TableCell opening(@Nullable String page) {
        return new TableCell(value, below, page, tone, picture);
    }

    public TableCell toned(String tone) {
        return new TableCell(value, below, link, tone, picture);
    }

    /** With this picture before it. */
    public TableCell pictured(String address) {
        return new TableCell(value, below, link, tone, address);
    }
}
