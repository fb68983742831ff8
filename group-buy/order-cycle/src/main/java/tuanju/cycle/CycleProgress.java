package tuanju.cycle;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far a cycle has come: paid orders only, and of products in cases only full ones.
 *
 * @param minimum of the whole cycle; null without
 */
public record CycleProgress(
        @Nullable ToMinimum minimum, Minimum.Standing standing, List<OfProduct> products, Crowd crowd) {

    /**
     * What neighbours have ordered and paid for, full case or not; a tolerance is none.
     *
     * @param goods by product; left out where nothing is
     */
    public record Crowd(long orders, Map<UUID, Ordered> goods) {

        static Crowd of(List<CycleShare> paid) {
            var wanted = paid.stream().filter(it -> it.quantity() > 0).toList();
            return new Crowd(
                    wanted.stream().map(CycleShare::order).distinct().count(),
                    wanted.stream()
                            .collect(Collectors.toMap(
                                    CycleShare::product, it -> new Ordered(1, it.quantity()), Ordered::plus)));
        }

        public Ordered of(UUID product) {
            return goods.getOrDefault(product, Ordered.NONE);
        }

        public long pieces() {
            return goods.values().stream().mapToLong(Ordered::pieces).sum();
        }
    }

    /** Orders that hold some of a product, and their pieces. */
    public record Ordered(long orders, long pieces) {

        public static final Ordered NONE = new Ordered(0, 0);

        Ordered plus(Ordered more) {
            return new Ordered(orders + more.orders, pieces + more.pieces);
        }
    }

    /** How far it is to a minimum, in the minimum's own unit. */
    public record ToMinimum(Minimum.Kind kind, long amount, long reached, long missing) {

        static ToMinimum of(Minimum minimum, Minimum.Standing standing) {
            return new ToMinimum(
                    minimum.kind(), minimum.amount(), minimum.reached(standing), minimum.missing(standing));
        }

        public boolean isEnough() {
            return missing == 0;
        }

        /** For a bar; full only when it is reached. */
        public int percent() {
            return (int) Math.min(isEnough() ? 100 : 99, reached * 100 / amount);
        }
    }

    /**
     * One product that comes in cases or has a minimum of its own.
     *
     * @param missing pieces to the next full case; none when no case is open
     */
    public record OfProduct(
            UUID product,
            String name,
            int caseSize,
            long cases,
            long missing,
            long room,
            @Nullable ToMinimum minimum) {

        public boolean isCased() {
            return caseSize > 1;
        }

        /** Pieces that stand in the open case already; a full case when none is open. */
        public long inCase() {
            return missing == 0 ? (cases == 0 ? 0 : caseSize) : caseSize - missing;
        }
    }

    public static CycleProgress of(CycleCard cycle, List<CycleProduct> products, List<CycleShare> shares) {
        var paid = shares.stream().filter(CycleShare::paid).toList();
        var allocation = Allocation.of(products, paid);
        var minimum = cycle.terms().minimum();
        return new CycleProgress(
                minimum == null ? null : ToMinimum.of(minimum, allocation.standing()),
                allocation.standing(),
                allocation.products().stream()
                        .filter(it -> it.product().terms().waits())
                        .map(CycleProgress::ofProduct)
                        .toList(),
                Crowd.of(paid));
    }

    /** Whether there is anything that others help to reach. */
    public boolean isWorthShowing() {
        return minimum != null || !products.isEmpty();
    }

    /** Pieces of a product that would still fit its open case. */
    public long room(UUID product) {
        return products.stream()
                .filter(it -> it.product().equals(product))
                .mapToLong(OfProduct::room)
                .findFirst()
                .orElse(0);
    }

    private static OfProduct ofProduct(Allocation.OfProduct one) {
        var minimum = one.product().terms().minimum();
        return new OfProduct(
                one.product().id(),
                one.product().title(),
                one.product().terms().caseSize(),
                one.product().terms().isCased() ? one.filling().cases() : 0,
                one.filling().missing(),
                one.filling().room(),
                minimum == null ? null : ToMinimum.of(minimum, one.standing()));
    }
}
