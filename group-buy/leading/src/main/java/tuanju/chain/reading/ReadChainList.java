package tuanju.chain.reading;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A chain list on four piles; each line that is not blank is on exactly one of them.
 *
 * @param missing whose orders came from earlier copies of the list and who stand on its newest no longer
 */
public record ReadChainList(
        List<Understood> understood,
        List<Changed> changes,
        List<Unclear> unclear,
        List<Ignored> ignored,
        List<Missing> missing) {

    public ReadChainList {
        understood = List.copyOf(understood);
        changes = List.copyOf(changes);
        unclear = List.copyOf(unclear);
        ignored = List.copyOf(ignored);
        missing = List.copyOf(missing);
    }

    /** The same text, with who is missing from it. */
    public ReadChainList with(List<Missing> gone) {
        return new ReadChainList(understood, changes, unclear, ignored, gone);
    }

    /** Somebody with an order who stands on the newest list no longer: to be cancelled, or kept? */
    public record Missing(UUID order, Guest guest, List<ChainItem> items, boolean paid) {

        public Missing {
            items = List.copyOf(items);
        }
    }

    /**
     * A line that is an order.
     *
     * @param key names the order within this reading, or the order it is already in as
     * @param known it is in from before, or stands in this text twice
     */
    public record Understood(
            ChainLine line,
            UUID key,
            @Nullable Integer listNumber,
            Guest guest,
            List<ChainItem> items,
            boolean paid,
            String note,
            boolean known) {

        public Understood {
            items = List.copyOf(items);
        }
    }

    /**
     * A line that changes an order.
     *
     * @param order the order from before, or the key of an understood line of this text
     * @param items all that the order holds afterwards; empty when it is cancelled
     * @param quantity pieces of what the line is about afterwards; null when they are cancelled
     * @param wanted what the line itself asks for
     * @param spoken it is a sentence about an order, not the order's own line on the list
     * @param known it has changed the order already
     */
    public record Changed(
            ChainLine line,
            UUID order,
            @Nullable Integer listNumber,
            Guest guest,
            List<ChainItem> items,
            @Nullable Integer quantity,
            List<ChainItem> wanted,
            boolean spoken,
            boolean paid,
            boolean known) {

        public Changed {
            items = List.copyOf(items);
            wanted = List.copyOf(wanted);
        }

        public boolean isCancellation() {
            return items.isEmpty();
        }
    }

    /**
     * A line to ask about.
     *
     * @param about what the reason is about: a word of the line, candidates, a number
     * @param suggestions the same line in clear words, where it could mean one of a few things
     */
    public record Unclear(ChainLine line, Reason reason, String about, List<String> suggestions) {

        public Unclear {
            suggestions = List.copyOf(suggestions);
        }
    }

    /** A line of no concern to any order. */
    public record Ignored(ChainLine line, Why why) {}

    /** Why a line is not guessed at; each has a sentence under {@code chain.reason.<name>}. */
    public enum Reason {
        NO_NAME,
        WHO_IS_ME,
        SEVERAL_NAMES,
        NO_QUANTITY,
        NO_PRODUCT,
        SEVERAL_PRODUCTS,
        UNKNOWN_PRODUCT,
        PRODUCT_TWICE,
        ODD_QUANTITY,
        LOOSE_NUMBER,
        BY_WEIGHT,
        DOOR,
        UNSURE,
        NOBODY_TO_CHANGE,
        SEVERAL_ORDERS,
        NOTHING_TO_CHANGE,
        ALREADY_ORDERED,
        TWICE,
        TOO_FEW_LEFT,
        TOO_LONG,
        TOO_LATE
    }

    /** Why a line is of no concern; each has words under {@code chain.why.<name>}. */
    public enum Why {
        HEADER,
        EXAMPLE,
        PRICE,
        TIME,
        CHATTER,
        LEFT_OUT,
        MENU,
        SPEAKER,
        NOTICE,
        QUESTION,
        SYSTEM
    }

    /** All lines, pile after pile. */
    public Stream<ChainLine> lines() {
        return Stream.of(
                        understood.stream().map(Understood::line),
                        changes.stream().map(Changed::line),
                        unclear.stream().map(Unclear::line),
                        ignored.stream().map(Ignored::line))
                .flatMap(pile -> pile);
    }
}
