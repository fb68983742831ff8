package tuanju.chain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.chain.reading.ChainItem;
import tuanju.chain.reading.ReadChainList;
import tuanju.cycle.NamedPoints;

/**
 * A chain list on its four piles, as programs see it; each line with its number in the text.
 *
 * @param id of the list that was taken in; null where it was only read
 * @param missing whose orders came from earlier copies of the list and who stand on it no longer
 */
record ChainListResource(
        @Nullable UUID id,
        List<Understood> understood,
        List<Changed> changes,
        List<Unclear> unclear,
        List<Ignored> ignored,
        List<Missing> missing) {

    /** @param spec what tells it from others of its name; empty without */
    record Item(String product, @Nullable String spec, int quantity) {

        static List<Item> of(List<ChainItem> items) {
            return items.stream()
                    .map(item -> new Item(item.product().name(), item.product().spec(), item.quantity()))
                    .toList();
        }
    }

    /**
     * An order.
     *
     * @param known it is in already and adds nothing
     * @param pickupPoint where it is collected
     */
    record Understood(
            String line,
            int lineNumber,
            String name,
            @Nullable String lane,
            @Nullable String building,
            @Nullable String unit,
            @Nullable String room,
            List<Item> items,
            boolean paid,
            String note,
            boolean known,
            UUID pickupPoint) {}

    /**
     * A change of an order.
     *
     * @param quantity pieces afterwards of what the line is about; null when they are cancelled
     * @param items all the order holds afterwards
     */
    record Changed(
            String line,
            int lineNumber,
            String name,
            @Nullable Integer quantity,
            List<Item> items,
            boolean paid,
            boolean known) {}

    record Unclear(String line, int lineNumber, String reason, String about, List<String> suggestions) {}

    record Ignored(String line, int lineNumber, String reason) {}

    /** Somebody who is gone from the newest list; {@code order} answers for them. */
    record Missing(
            UUID order,
            String name,
            @Nullable String lane,
            @Nullable String building,
            @Nullable String unit,
            @Nullable String room,
            List<Item> items,
            boolean paid) {}

    static ChainListResource of(@Nullable UUID id, ReadChainList read, NamedPoints where) {
        return new ChainListResource(
                id,
                read.understood().stream().map(line -> understood(line, where)).toList(),
                read.changes().stream().map(ChainListResource::changed).toList(),
                read.unclear().stream()
                        .map(it -> new Unclear(
                                it.line().written(),
                                it.line().number(),
                                word(it.reason()),
                                it.about(),
                                it.suggestions()))
                        .toList(),
                read.ignored().stream()
                        .map(it -> new Ignored(it.line().written(), it.line().number(), word(it.why())))
                        .toList(),
                read.missing().stream().map(ChainListResource::missing).toList());
    }

    private static Missing missing(ReadChainList.Missing gone) {
        return new Missing(
                gone.order(),
                gone.guest().name(),
                orNull(gone.guest().door().lane()),
                orNull(gone.guest().door().building()),
                orNull(gone.guest().door().unit()),
                orNull(gone.guest().door().room()),
                Item.of(gone.items()),
                gone.paid());
    }

    private static Understood understood(ReadChainList.Understood line, NamedPoints where) {
        return new Understood(
                line.line().written(),
                line.line().number(),
                line.guest().name(),
                orNull(line.guest().door().lane()),
                orNull(line.guest().door().building()),
                orNull(line.guest().door().unit()),
                orNull(line.guest().door().room()),
                Item.of(line.items()),
                line.paid(),
                line.note(),
                line.known(),
                where.of(line.line().written()).point());
    }

    private static Changed changed(ReadChainList.Changed line) {
        return new Changed(
                line.line().written(),
                line.line().number(),
                line.guest().name(),
                line.quantity(),
                Item.of(line.items()),
                line.paid(),
                line.known());
    }

    private static String word(Enum<?> reason) {
        return reason.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
