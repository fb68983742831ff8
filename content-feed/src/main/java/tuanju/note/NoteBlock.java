package tuanju.note;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a text as it is shown. Pages write the tags themselves, so that none ever comes from who wrote the text.
 *
 * @param lines one, but for lists an entry each
 */
public record NoteBlock(Kind kind, List<List<Run>> lines) {

    /** How it is shown. */
    public enum Kind {
        PARAGRAPH,
        HEADING,
        BULLETS,
        NUMBERS,
        QUOTE,
        RULE
    }

    /**
     * Words in one look.
     *
     * @param href the page of ours they lead to; null for none
     * @param ends whether a new line begins behind them
     */
    public record Run(
            String text,
            boolean strong,
            boolean emphasis,
            @Nullable String href,
            boolean ends) {}

    public List<Run> runs() {
        return lines.isEmpty() ? List.of() : lines.getFirst();
    }
}
