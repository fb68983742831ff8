package tuanju.table;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table: what it is called, and what of a row stands in it.
 *
 * @param name what the address calls it when the table is sorted by it
 * @param title the message that says what stands in it
 * @param below the message that says what stands below that; null where nothing does
 * @param kind how it lies on the page
 * @param sorts whether the table goes by it when asked
 */
public record TableColumn<T>(
        String name, String title, @Nullable String below, Kind kind, boolean sorts, Function<T, TableCell> cell) {

    /** How a column lies on the page. */
    public enum Kind {
        TEXT,
        NUMBER
    }

    /** A column of texts, by which nothing is sorted. */
    public static <T> TableColumn<T> text(String name, String title, Function<T, TableCell> cell) {
        return new TableColumn<>(name, title, null, Kind.TEXT, false, cell);
    }

    /** The same of numbers. */
    public static <T> TableColumn<T> number(String name, String title, Function<T, TableCell> cell) {
        return new TableColumn<>(name, title, null, Kind.NUMBER, false, cell);
    }

    /** With something below, called by this message. */
    public TableColumn<T> over(String called) {
        return new TableColumn<>(name, title, called, kind, sorts, cell);
    }

    /** Sorted by where an index carries it, or few enough rows are looked at. */
    public TableColumn<T> sorted(boolean now) {
        return new TableColumn<>(name, title, below, kind, now, cell);
    }

    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }
}
