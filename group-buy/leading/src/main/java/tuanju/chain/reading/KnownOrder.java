package tuanju.chain.reading;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order that is in from an earlier chain list, so that the growing list of a chat adds only what is new.
 *
 * @param items what it holds now; empty when it was cancelled
 * @param chain the growing list it stands on; of a cancelled order the one it was gone from, to which it may come back; null
 *     where neither is asked about
 * @param lines the lines it came from and was changed by
 */
public record KnownOrder(
        UUID order,
        Guest guest,
        List<ChainItem> items,
        boolean paid,
        @Nullable UUID chain,
        List<KnownLine> lines) {

    public KnownOrder {
        items = List.copyOf(items);
        lines = List.copyOf(lines);
    }

    /**
     * A line that is in.
     *
     * @param listNumber its number on the list; null without one
     * @param written what it asked for
     * @param text the line in plain characters
     * @param change whether it changed the order rather than making it
     */
    public record KnownLine(@Nullable Integer listNumber, List<ChainItem> written, String text, boolean change) {

        public KnownLine {
            written = List.copyOf(written);
        }
    }
}
