package tuanju.cycle.importing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tuanju.address.Address;
import tuanju.address.Attention;
import tuanju.address.Door;
import tuanju.cycle.export.Difference;
import tuanju.cycle.export.ReadExport;
import tuanju.cycle.export.ReadLine;
import tuanju.cycle.export.ReadOrder;
import tuanju.cycle.export.Totals;

/** An export as its leader sees it before taking it in: each order with its lines, the ones to look at first. */
record ImportPreview(
        UUID id, String file, String title, Totals totals, List<Bag> bags, List<Difference> differences, int known) {

    /** The orders that need the same of their leader: a look, a glance or nothing. */
    record Pile(Attention attention, List<Bag> bags) {}

    /**
     * One order to be.
     *
     * @param isKnown it is in already
     */
    record Bag(ReadOrder order, Attention attention, boolean isKnown, boolean isChanged) {

        public String key() {
            return order.key();
        }

        public Address address() {
            return order.address();
        }

        public List<ReadLine> lines() {
            return order.lines();
        }

        public Door door() {
            return address().door();
        }
    }

    static ImportPreview of(CycleImports.Kept kept, ReadExport export, Map<String, CycleImports.Known> known) {
        var bags = export.orders().stream()
                .map(order -> bag(order, known.get(order.key())))
                .sorted(Comparator.comparing(Bag::attention).reversed())
                .toList();
        int there = (int) bags.stream().filter(Bag::isKnown).count();
        return new ImportPreview(
                kept.id(), kept.name(), export.title(), export.totals(), bags, export.differences(), there);
    }

    private static Bag bag(ReadOrder order, CycleImports.@Nullable Known known) {
        var attention = order.lines().stream().map(ReadLine::attention).reduce(Attention.MATCHED, Attention::worst);
        boolean changed = known != null && !known.content().equals(order.content());
        return new Bag(order, attention, known != null, changed);
    }

    /** The piles that are not empty, the one to look at first. */
    public List<Pile> piles() {
        return Stream.of(Attention.LOOK, Attention.REPAIRED, Attention.MATCHED)
                .map(attention -> new Pile(
                        attention,
                        bags.stream()
                                .filter(bag -> bag.attention() == attention)
                                .toList()))
                .filter(pile -> !pile.bags().isEmpty())
                .toList();
    }

    public int fresh() {
        return bags.size() - known;
    }
}
