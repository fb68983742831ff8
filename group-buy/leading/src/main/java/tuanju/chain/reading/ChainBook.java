package tuanju.chain.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tuanju.chain.reading.ReadChainList.Missing;
import tuanju.chain.reading.ReadChainList.Reason;
import tuanju.chain.reading.Sentence.Act;

/**
 * All orders of a cycle's chain while a text is read. A chat posts its list again with each new line: what stands there
 * already adds nothing, a number and name with other goods is a change, and what could be either is asked about.
 */
final class ChainBook {

    private final Piles piles;
    private final HeldOrders orders = new HeldOrders();
    private final Map<String, Integer> knownChanges = new HashMap<>();
    private final Stock stock;
    private int list = 1;
    private int lastNumber;

    ChainBook(List<ChainProduct> products, List<KnownOrder> known, Piles piles) {
        this.piles = piles;
        this.stock = new Stock(products);
        for (var order : known) {
            orders.add(Held.from(order));
            order.lines().stream()
                    .filter(KnownOrder.KnownLine::change)
                    .forEach(line -> knownChanges.merge(line.text(), 1, Integer::sum));
        }
    }

    void take(Sentence said, Guest guest) {
        if (said.goods().act() == Act.ORDER) {
            countLists(said);
            order(said, guest);
        } else {
            change(said, guest);
        }
    }

    /** Whose line of this list has that number; nobody where it could be a building, too. */
    Guest numbered(int number) {
        return orders.numbered(number, list);
    }

    /** What the line of this list with that number asks for; nothing where there is no such line. */
    List<ChainItem> numberedItems(int number) {
        return orders.numberedItems(number, list);
    }

    /** Who stood on an earlier copy of this list and stands on it no longer; whose line could not be read is not gone. */
    List<Missing> missing(WholeList newest, Set<String> unread) {
        return orders.missing(newest, unread);
    }

    /** Notes that somebody's one order is paid. Answers whether there is one. */
    boolean pays(Sentence said, Guest guest) {
        var theirs = guest.isNamed() ? orders.of(guest) : List.<Held>of();
        if (theirs.size() != 1 || theirs.getFirst().isCancelled()) {
            return false;
        }
        var held = theirs.getFirst();
        boolean known = held.isPaid();
        held.pay();
        piles.changed(held.changed(said, held.items(), ChainItem.total(held.items()), known));
        return true;
    }

    /** A list begins anew where its numbers do not grow. */
    private void countLists(Sentence said) {
        if (said.listNumber() != null) {
            list += said.listNumber() <= lastNumber ? 1 : 0;
            lastNumber = said.listNumber();
        }
    }

    private void order(Sentence said, Guest guest) {
        var theirs = orders.of(guest);
        var same = theirs.stream()
                .filter(held -> held.everAskedFor(said.goods().items()))
                .toList();
        if (same.size() == 1 && same.getFirst().mayComeBack()) {
            rewritten(said, same.getFirst());
            return;
        }
        if (!same.isEmpty()) {
            again(said, guest, same);
            return;
        }
        var sameNumber = theirs.stream()
                .filter(held -> held.hasNumber(said.listNumber()) && !held.isSeenIn(list))
                .toList();
        if (sameNumber.size() == 1) {
            rewritten(said, sameNumber.getFirst());
        } else if (theirs.stream()
                .allMatch(held ->
                        held.isSeenIn(list) && held.holdsNoneOf(said.goods().items()))) {
            fresh(said, guest);
        } else {
            var wanted = ChainItem.words(said.goods().items());
            var name = guest.name();
            var has = ChainItem.words(theirs.getFirst().items());
            piles.unclear(
                    said.line(),
                    Reason.ALREADY_ORDERED,
                    has.isEmpty() ? name : name + " " + has,
                    name + " 改成" + wanted,
                    name + " 再加" + wanted);
        }
    }

    /** A line that is in already, unless this very list holds it twice under two numbers. */
    private void again(Sentence said, Guest guest, List<Held> same) {
        var unseen = same.stream().filter(held -> !held.isSeenIn(list)).findFirst();
        var numbered =
                same.stream().filter(held -> held.hasNumber(said.listNumber())).findFirst();
        if (unseen.isEmpty() && numbered.isEmpty()) {
            piles.unclear(
                    said.line(),
                    Reason.TWICE,
                    guest.name(),
                    guest.name() + " 再加" + ChainItem.words(said.goods().items()));
            return;
        }
        var held = numbered.or(() -> unseen).orElseThrow();
        held.seen(said, list);
        if (said.manner().paid() && !held.isPaid()) {
            held.pay();
            piles.changed(held.changed(said, held.items(), ChainItem.total(held.items()), false));
        } else {
            piles.understood(held.understood(said, true));
        }
        held.isKnownAs(held.guest().or(guest));
    }

    private void fresh(Sentence said, Guest guest) {
        var held = Held.from(said, guest, list);
        if (takes(said, List.of(), held.items())) {
            orders.add(held);
            piles.understood(held.understood(said, false));
        }
    }

    /** The same number and name, other goods: its writer has changed their line. */
    private void rewritten(Sentence said, Held held) {
        become(said, held, said.goods().items(), ChainItem.total(said.goods().items()));
        held.isAskedFor(said.goods().items());
    }

    private void change(Sentence said, Guest guest) {
        int known = knownChanges.getOrDefault(said.text(), 0);
        var theirs = orders.of(guest).isEmpty() ? orders.byNumberAndName(guest) : orders.of(guest);
        if (said.goods().act() == Act.ADD && isFirst(said, theirs)) {
            countLists(said);
            order(said, guest);
            return;
        }
        var amendment = Amendment.of(said, theirs, guest);
        if (known > 0 && amendment.held() != null) {
            knownChanges.put(said.text(), known - 1);
            piles.changed(amendment.held().changed(said, amendment.held().items(), amendment.quantityNow(), true));
        } else if (amendment.held() == null || amendment.reason() != null) {
            var reason = amendment.reason() == null ? Reason.NOBODY_TO_CHANGE : amendment.reason();
            piles.unclear(
                    said.line(),
                    reason,
                    amendment.about(),
                    amendment.suggestions().toArray(String[]::new));
        } else {
            become(said, amendment.held(), amendment.items(), amendment.quantity());
        }
    }

    private void become(Sentence said, Held held, List<ChainItem> items, int quantity) {
        if (takes(said, held.items(), items)) {
            held.become(items);
            held.seen(said, list);
            if (said.manner().paid()) {
                held.pay();
            }
            piles.changed(held.changed(said, items, quantity, false));
        }
    }

    /** Takes pieces within each product's limit, or none and says so. */
    private boolean takes(Sentence said, List<ChainItem> before, List<ChainItem> after) {
        var tooFew = stock.take(before, after);
        tooFew.ifPresent(product -> piles.unclear(said.line(), Reason.TOO_FEW_LEFT, product));
        return tooFew.isEmpty();
    }

    /** 再来一份 by somebody without an order is their order, also when the list comes again. */
    private boolean isFirst(Sentence said, List<Held> theirs) {
        boolean goods = !said.goods().items().isEmpty();
        boolean itself = theirs.stream().anyMatch(held -> held.isMadeBy(said, list));
        return goods && (theirs.isEmpty() || itself);
    }
}
