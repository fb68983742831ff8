package tuanju.purchasing;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tuanju.cycle.CycleCard;
import tuanju.money.Money;
import tuanju.order.dues.Dues;
import tuanju.picture.PictureRef;

/**
 * What a cycle needs, supplier by supplier; goods nobody named a supplier for come last, under an empty name.
 *
 * @param dues where the money is of the orders that it is bought for
 */
record PurchaseList(CycleCard cycle, List<Supplier> suppliers, Dues dues) {

    /** Everything to be ordered from one supplier. */
    record Supplier(String name, List<Item> items) {

        public int pieces() {
            return items.stream().mapToInt(Item::pieces).sum();
        }

        /** What it costs; null while the cost of something is not known. */
        public @Nullable Money cost() {
            return items.stream().anyMatch(it -> it.cost() == null)
                    ? null
                    : items.stream()
                            .map(it -> Objects.requireNonNull(it.cost()))
                            .reduce(Money.ZERO, Money::plus);
        }
    }

    /**
     * One product.
     *
     * @param pieces that orders ask for
     * @param caseSize pieces in a full case; one where it comes by the piece
     * @param unitCost what the leader pays for a piece; null where they did not say
     */
    record Item(
            UUID product,
            String name,
            String spec,
            @Nullable PictureRef picture,
            int pieces,
            int caseSize,
            String supplier,
            @Nullable Money unitCost) {

        public boolean isCased() {
            return caseSize > 1;
        }

        /** Full cases. */
        public int cases() {
            return isCased() ? pieces / caseSize : 0;
        }

        /** Pieces that fill no case. */
        public int loose() {
            return isCased() ? pieces % caseSize : pieces;
        }

        public @Nullable Money cost() {
            return unitCost == null ? null : unitCost.times(pieces);
        }
    }

    static PurchaseList of(CycleCard cycle, List<Item> items, Dues dues) {
        var bySupplier = items.stream()
                .sorted(Comparator.comparing((Item it) -> it.supplier().isEmpty())
                        .thenComparing(Item::supplier))
                .collect(Collectors.groupingBy(Item::supplier, LinkedHashMap::new, Collectors.toList()));
        return new PurchaseList(
                cycle,
                bySupplier.entrySet().stream()
                        .map(it -> new Supplier(it.getKey(), it.getValue()))
                        .toList(),
                dues);
    }

    public int pieces() {
        return suppliers.stream().mapToInt(Supplier::pieces).sum();
    }

    public int products() {
        return suppliers.stream().mapToInt(it -> it.items().size()).sum();
    }
}
