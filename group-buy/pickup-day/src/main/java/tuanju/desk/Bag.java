package tuanju.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.address.Door;
import tuanju.money.Money;
import tuanju.pickup.Household;
import tuanju.pickup.PickupLine;
import tuanju.pickup.PickupOrder;

/**
 * A household's bag as a desk knows it. Names and phones are masked.
 *
 * @param building its building with the lane where lanes matter
 * @param pieces those that still wait, or that nobody came for; all of them once everything is handed over
 * @param amount what the orders with these pieces cost
 */
public record Bag(
        String key,
        PickupOrder.Point point,
        String building,
        Door door,
        String people,
        String phones,
        boolean collected,
        long pieces,
        Money amount,
        List<Part> orders) {

    /** 701, or 1-502 of a building with units. */
    public String inside() {
        return door.inside();
    }

    public String unit() {
        return door.unit();
    }

    public String room() {
        return door.room();
    }

    public static Bag of(Household household, HandoverWords words) {
        var parts =
                household.orders().stream().map(order -> Part.of(order, words)).toList();
        var still = still(parts);
        return new Bag(
                household.key(),
                household.point(),
                household.building().label(),
                household.at(),
                household.people(),
                household.phones(),
                household.collected(),
                still.isEmpty()
                        ? household.sum().pieces()
                        : still.stream().mapToLong(Part::left).sum(),
                amount(household, still.isEmpty() ? parts : still),
                parts);
    }

    /** The orders that wait, or else those nobody came for; none once everything is handed over. */
    private static List<Part> still(List<Part> parts) {
        var waiting = parts.stream().filter(Part::waits).toList();
        return waiting.isEmpty()
                ? parts.stream().filter(part -> !part.collected()).toList()
                : waiting;
    }

    private static Money amount(Household household, List<Part> of) {
        var codes = of.stream().map(Part::code).toList();
        return household.orders().stream()
                .filter(order -> codes.contains(order.code()))
                .map(order -> order.dues().cost())
                .reduce(Money.ZERO, Money::plus);
    }

    /** Whether its buyer has some of it already. */
    public boolean partly() {
        return waits() && orders.stream().anyMatch(order -> !order.parts().isEmpty());
    }

    /** Where it was left for the buyer; empty when the buyer took it. */
    public String leftWith() {
        return orders.getLast().leftWith();
    }

    /** When the last of it was handed over; empty while it waits. */
    public String at() {
        return orders.getLast().at();
    }

    public String by() {
        return orders.getLast().by();
    }

    /** What is not paid of what waits. */
    public Money open() {
        return orders.stream().filter(Part::waits).map(Part::open).reduce(Money.ZERO, Money::plus);
    }

    /** Whether anything of it is still to be handed over. */
    public boolean waits() {
        return orders.stream().anyMatch(Part::waits);
    }

    /** What is asked before it is handed over; nothing about what is here and of this desk's day. */
    public List<Doubt> doubts() {
        return orders.stream()
                .filter(Part::waits)
                .map(Part::doubt)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** What was decided about what nobody took of it; null while any of it waits, and when all of it was handed over. */
    public @Nullable Decided decided() {
        return collected || waits()
                ? null
                : orders.stream()
                        .map(Part::decided)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** That it was given away or returned, when and by whom. */
    public record Decided(BagDecision.Outcome outcome, String at, String by) {}

    /** Pieces that left before the rest, in words. */
    public record Earlier(UUID id, String title, int pieces, String at, String by) {}

    /**
     * One order in a bag; at, by and leftWith are empty until it was handed over.
     *
     * @param at when it was handed over, in words
     * @param decided null unless nobody came for it and it was given away or returned
     * @param doubt what is asked before it is handed over; null where nothing is
     * @param open what is not paid of it
     */
    public record Part(
            String code,
            String pickupCode,
            String name,
            String phone,
            String note,
            boolean collected,
            @Nullable Instant collectedAt,
            String at,
            String by,
            String leftWith,
            @Nullable Decided decided,
            @Nullable Doubt doubt,
            List<Item> items,
            List<Earlier> parts,
            Money open) {
        public static Part of(PickupOrder order, HandoverWords words) {
            return new Part(
                    order.code(),
                    order.pickupCode(),
                    order.name(),
                    order.maskedPhone(),
                    order.note(),
                    order.collected(),
                    order.collectedAt(),
                    words.at(order),
                    words.by(order),
                    words.leftWith(order),
                    words.decided(order),
                    words.doubts().get(order.id()),
                    Item.of(order, words.parts(order)),
                    words.earlier(order),
                    order.dues().open());
        }

        /** Whether it is still to be handed over. */
        public boolean waits() {
            return !collected && decided == null;
        }

        /** Pieces that were not handed over. */
        public int left() {
            return collected ? 0 : items.stream().mapToInt(Item::left).sum();
        }
    }

    /**
     * What to lay into the bag.
     *
     * @param handed pieces of it that left before the rest
     * @param grams what all of it weighs; null unless it was weighed
     */
    public record Item(
            String title,
            int quantity,
            int handed,
            String product,
            String spec,
            @Nullable Integer grams) {

        /** What it is and what it weighs. */
        public String said() {
            return PickupLine.said(title, grams);
        }

        /** One for each product, however many lines it stands in. */
        static List<Item> of(PickupOrder order, List<PartNote> parts) {
            var items = new LinkedHashMap<String, Item>();
            for (var line : order.lines()) {
                var item = new Item(line.title(), line.quantity(), 0, line.product(), line.spec(), line.grams());
                items.merge(line.product() + "\n" + line.spec(), item, Item::plus);
            }
            for (var part : parts) {
                var of = part.pieces();
                items.computeIfPresent(of.productName() + "\n" + of.spec(), (key, item) -> item.handing(of.pieces()));
            }
            return List.copyOf(items.values());
        }

        /** Pieces that still wait. */
        public int left() {
            return quantity - handed;
        }

        private Item plus(Item other) {
            return new Item(
                    title,
                    quantity + other.quantity,
                    handed + other.handed,
                    product,
                    spec,
                    PickupLine.together(grams, other.grams));
        }

        private Item handing(int pieces) {
            return new Item(title, quantity, handed + pieces, product, spec, grams);
        }
    }
}
