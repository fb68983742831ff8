package tuanju.table;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;

/**
 * One thing by which rows of a table are picked out.
 *
 * @param name what the address calls it
 * @param title the message that says what it is; for a search, what one may look for
 * @param type of its input: "search", "date", "choice", or "kept" where only a link says it, and it can be taken away
 * @param choices of which one is picked; empty unless it is a choice
 */
public record TableFilter(String name, String title, String type, List<Choice> choices) {

    public TableFilter {
        choices = List.copyOf(choices);
    }

    /**
     * One answer.
     *
     * @param value as it stands in the address; empty for all
     * @param text a text or a {@linkplain TableCell#word word}
     */
    public record Choice(String value, Object text) {}

    public static TableFilter search(String title) {
        return new TableFilter("q", title, "search", List.of());
    }

    public static TableFilter day(String name, String title) {
        return new TableFilter(name, title, "date", List.of());
    }

    /** What a link from another page picks out. */
    public static TableFilter kept(String name, String title) {
        return new TableFilter(name, title, "kept", List.of());
    }

    /** Any, or one of these. */
    public static TableFilter choice(String name, String title, String any, Stream<Choice> choices) {
        var all = Stream.concat(Stream.of(new Choice("", TableCell.word(any))), choices);
        return new TableFilter(name, title, "choice", all.toList());
    }

    /** What picking this says: the text of the choice, or what was typed. */
    Object said(String picked) {
        return choices.stream()
                .filter(it -> it.value().equals(picked))
                .map(Choice::text)
                .findFirst()
                .orElse(picked);
    }

    /** An answer for each of these constants, called by the message with its name behind this. */
    public static Stream<Choice> each(Enum<?>[] all, String called) {
        return Arrays.stream(all).map(it -> new Choice(it.name(), TableCell.word(called + it.name())));
    }

    /** The constant that was picked; empty where none was. Refuses with Invalid what is none of them. */
    public static <E extends Enum<E>> Optional<E> picked(Class<E> type, String field, @Nullable String name) {
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(EnumSet.allOf(type).stream()
                .filter(it -> it.name().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> new Invalid(field, "one-of", names(type))));
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return EnumSet.allOf(type).stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
