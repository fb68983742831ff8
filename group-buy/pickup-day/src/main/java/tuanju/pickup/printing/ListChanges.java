package tuanju.pickup.printing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tuanju.address.NaturalOrder;
import tuanju.money.Money;
import tuanju.pickup.PickupLine;
import tuanju.pickup.ProductOrder;
import tuanju.pickup.Standing;
import tuanju.pickup.Standing.Entry;
import tuanju.pickup.Standing.Line;
import tuanju.pickup.printing.ListChange.Kind;

/**
 * Compares two standings: first where orders moved, then, household by household and product by product, what became more
 * or less. An order that moved is compared where it is now, so that one move is one change.
 */
final class ListChanges {

    private static final Comparator<ListChange> IN_WALKING_ORDER = Comparator.comparing(
                    ListChange::point, NaturalOrder.OF_DOORS)
            .thenComparing(ListChange::door, NaturalOrder.OF_DOORS)
            .thenComparing(ListChange::people)
            .thenComparing(ListChange::kind)
            .thenComparing(ListChange::product, ProductOrder.BY_SOUND);

    private final Map<String, Entry> was;
    private final Map<String, Entry> now;
    private final List<ListChange> found = new ArrayList<>();

    private ListChanges(Standing was, Standing now) {
        this.was = byOrder(was);
        this.now = byOrder(now);
    }

    /** What differs, in walking order; empty when both say the same. */
    static List<ListChange> between(Standing was, Standing now) {
        return new ListChanges(was, now).find();
    }

    /** A bag: the orders of one door, or of one person where the door is not known. */
    private record Bag(String point, String lane, String door, String person) {
        static Bag of(Entry entry) {
            boolean exact = entry.door().contains("-");
            return new Bag(entry.point(), entry.lane(), entry.door(), exact ? "" : entry.people());
        }
    }

    /** Pieces, fen and weight of one product in one bag. */
    private record Sum(int pieces, long fen, @Nullable Integer grams) {
        static final Sum NOTHING = new Sum(0, 0, null);

        Sum plus(Sum other) {
            return new Sum(
                    Math.addExact(pieces, other.pieces),
                    Math.addExact(fen, other.fen),
                    PickupLine.together(grams, other.grams));
        }

        /** What they cost, behind what they weigh. */
        String said() {
            var yuan = Money.ofFen(fen).yuan();
            return grams == null ? yuan : grams + "g " + yuan;
        }
    }

    private List<ListChange> find() {
        now.values().forEach(this::compareWithItself);
        var before = bags(was, entry -> now.getOrDefault(entry.order(), entry));
        var after = bags(now, Function.identity());
        after.forEach((bag, entries) -> compareBags(bag, before.getOrDefault(bag, List.of()), entries));
        before.forEach((bag, entries) -> {
            if (!after.containsKey(bag)) {
                found.add(change(Kind.REMOVED, entries, "", contents(entries), ""));
            }
        });
        return found.stream().sorted(IN_WALKING_ORDER).toList();
    }

    private void compareWithItself(Entry entry) {
        var earlier = was.get(entry.order());
        if (earlier == null) {
            return;
        }
        if (!earlier.point().equals(entry.point())) {
            found.add(change(Kind.POINT, List.of(entry), "", earlier.point(), entry.point()));
        }
        if (!place(earlier).equals(place(entry))) {
            boolean sameLane = earlier.lane().equals(entry.lane());
            var from = sameLane ? earlier.door() : place(earlier);
            found.add(change(Kind.DOOR, List.of(entry), "", from, sameLane ? entry.door() : place(entry)));
        }
        if (!earlier.note().equals(entry.note())) {
            found.add(change(Kind.NOTE, List.of(entry), "", earlier.note(), entry.note()));
        }
    }

    private void compareBags(Bag bag, List<Entry> before, List<Entry> after) {
        if (before.isEmpty()) {
            found.add(change(Kind.ADDED, after, "", "", contents(after)));
            return;
        }
        var old = products(before);
        var fresh = products(after);
        var products = new TreeSet<>(ProductOrder.BY_SOUND);
        products.addAll(old.keySet());
        products.addAll(fresh.keySet());
        for (var product : products) {
            compare(after, product, old.getOrDefault(product, Sum.NOTHING), fresh.getOrDefault(product, Sum.NOTHING));
        }
    }

    private void compare(List<Entry> bag, String product, Sum before, Sum after) {
        if (before.pieces() != after.pieces()) {
            found.add(change(
                    Kind.QUANTITY, bag, product, Integer.toString(before.pieces()), Integer.toString(after.pieces())));
        } else if (!Objects.equals(before.grams(), after.grams())) {
            found.add(change(Kind.WEIGHT, bag, product, before.said(), after.said()));
        } else if (before.fen() != after.fen()) {
            found.add(change(Kind.AMOUNT, bag, product, before.said(), after.said()));
        }
    }

    private static ListChange change(Kind kind, List<Entry> bag, String product, String was, String now) {
        var first = bag.getFirst();
        var people = bag.stream().map(Entry::people).distinct().collect(Collectors.joining("、"));
        return new ListChange(kind, first.point(), first.door(), people, product, was, now);
    }

    private static String contents(List<Entry> bag) {
        return products(bag).entrySet().stream()
                .map(held -> held.getKey() + " ×" + held.getValue().pieces())
                .collect(Collectors.joining("、"));
    }

    private static String place(Entry entry) {
        return entry.lane().isEmpty() ? entry.door() : entry.lane() + "弄 " + entry.door();
    }

    private static Map<String, Sum> products(List<Entry> bag) {
        return bag.stream()
                .flatMap(entry -> entry.lines().stream())
                .collect(Collectors.toMap(
                        Line::product,
                        line -> new Sum(line.quantity(), line.amountFen(), line.grams()),
                        Sum::plus,
                        LinkedHashMap::new));
    }

    private static Map<Bag, List<Entry>> bags(Map<String, Entry> entries, Function<Entry, Entry> where) {
        return entries.values().stream()
                .collect(Collectors.groupingBy(
                        entry -> Bag.of(Objects.requireNonNull(where.apply(entry))),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private static Map<String, Entry> byOrder(Standing standing) {
        return standing.orders().stream()
                .collect(Collectors.toMap(Entry::order, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }
}
