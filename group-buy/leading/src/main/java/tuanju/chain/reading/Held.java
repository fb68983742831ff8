package tuanju.chain.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.chain.reading.ReadChainList.Changed;
import tuanju.chain.reading.ReadChainList.Understood;
import tuanju.chain.reading.Sentence.Act;

/** An order while a text is read: what it holds by now and every line that has spoken of it. */
final class Held {

    private final UUID key;
    private final Set<String> made = new HashSet<>();
    private final List<Map<UUID, Integer>> asked = new ArrayList<>();
    private Guest guest;
    private @Nullable Integer listNumber;
    private List<ChainItem> items;
    private @Nullable UUID chain;
    private boolean paid;
    private int list;
    private int lastLine;

    private Held(UUID key, Guest guest, List<ChainItem> items, boolean paid) {
        this.key = key;
        this.guest = guest;
        this.items = items;
        this.paid = paid;
    }

    static Held from(KnownOrder known) {
        var held = new Held(known.order(), known.guest(), known.items(), known.paid());
        held.chain = known.chain();
        for (var line : known.lines()) {
            if (!line.change()) {
                held.asked.add(counted(line.written()));
                held.made.add(ListNumber.without(line.text()));
            }
            held.listNumber = line.listNumber() == null ? held.listNumber : line.listNumber();
        }
        return held;
    }

    static Held from(Sentence said, Guest guest, int list) {
        var held = new Held(
                new UUID(0, said.line().number()),
                guest,
                said.goods().items(),
                said.manner().paid());
        held.asked.add(counted(said.goods().items()));
        held.made.add(ListNumber.without(said.text()));
        held.seen(said, list);
        return held;
    }

    /** Notes that a line of this list is about this order. */
    void seen(Sentence said, int inList) {
        list = inList;
        listNumber = said.listNumber() == null ? listNumber : said.listNumber();
        lastLine = said.line().number();
    }

    /** Whether a line made this order the last time, and not yet in this list. */
    boolean isMadeBy(Sentence said, int thisList) {
        return !isSeenIn(thisList)
                && made.contains(ListNumber.without(said.text()))
                && everAskedFor(said.goods().items());
    }

    void become(List<ChainItem> wanted) {
        items = List.copyOf(wanted);
    }

    void isAskedFor(List<ChainItem> wanted) {
        asked.add(counted(wanted));
    }

    void pay() {
        paid = true;
    }

    void isKnownAs(Guest better) {
        guest = better;
    }

    boolean everAskedFor(List<ChainItem> wanted) {
        return asked.contains(counted(wanted));
    }

    int quantityOf(ChainProduct product) {
        return items.stream()
                .filter(item -> item.product().id().equals(product.id()))
                .mapToInt(ChainItem::quantity)
                .sum();
    }

    boolean holdsNoneOf(List<ChainItem> wanted) {
        return wanted.stream().allMatch(item -> quantityOf(item.product()) == 0);
    }

    boolean isCancelled() {
        return items.isEmpty();
    }

    boolean isSeenIn(int thisList) {
        return list == thisList && lastLine > 0;
    }

    boolean hasNumber(@Nullable Integer number) {
        return number != null && number.equals(listNumber);
    }

    /** Whether it stands on this list. */
    boolean isOn(WholeList newest) {
        return lastLine >= newest.first();
    }

    /** Whether it stood on an earlier copy of this list, here or in an earlier text, and stands on it no longer. */
    boolean isGoneFrom(WholeList newest, Set<UUID> chains) {
        boolean stood = lastLine > 0 ? newest.earlier().contains(guest.key()) : chains.contains(chain);
        return chain != null && listNumber != null && !isCancelled() && !isOn(newest) && stood;
    }

    /** It was cancelled only because it was gone from the list. */
    boolean mayComeBack() {
        return isCancelled() && chain != null && lastLine == 0;
    }

    @Nullable
    UUID chain() {
        return chain;
    }

    UUID key() {
        return key;
    }

    Guest guest() {
        return guest;
    }

    List<ChainItem> items() {
        return items;
    }

    boolean isPaid() {
        return paid;
    }

    /** What a line said that is this order. */
    Understood understood(Sentence said, boolean known) {
        return new Understood(
                said.line(),
                key,
                said.listNumber(),
                known ? guest.or(said.guest()) : guest,
                said.goods().items(),
                said.manner().paid(),
                said.manner().note(),
                known);
    }

    /** What a line said that makes this order another one. */
    Changed changed(Sentence said, List<ChainItem> now, int quantity, boolean known) {
        return new Changed(
                said.line(),
                key,
                said.listNumber(),
                guest,
                now,
                quantity == 0 ? null : quantity,
                said.goods().items(),
                said.goods().act() != Act.ORDER,
                paid,
                known);
    }

    private static Map<UUID, Integer> counted(List<ChainItem> wanted) {
        var counted = new HashMap<UUID, Integer>();
        wanted.forEach(item -> counted.merge(item.product().id(), item.quantity(), Integer::sum));
        return counted;
    }
}
