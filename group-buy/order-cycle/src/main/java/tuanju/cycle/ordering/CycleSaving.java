package tuanju.cycle.ordering;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.cycle.CannotOrder;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePoints;
import tuanju.cycle.CycleProducts;
import tuanju.cycle.CycleShares;
import tuanju.cycle.CycleView.MyShare;
import tuanju.cycle.OrderCycles;
import tuanju.member.MemberId;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderDetail;

/**
 * A member changes an order until the cut-off, in both directions at once: what leaves it goes back, what is added is an
 * order of its own at the same door and point, which waits to be paid and lands in the same bag.
 */
@Component
@RequiredArgsConstructor
class CycleSaving {

    private final OrderCycles cycles;
    private final CycleShares shares;
    private final CyclePoints points;
    private final CycleProducts products;
    private final CycleGate gate;
    private final CycleDifferences differences;
    private final CycleOrdering ordering;
    private final CycleChanging changing;
    private final OrderBook book;

    /**
     * What a member wants of which order.
     *
     * @param agreed the difference they were told
     * @param from the link that led them here; null where nobody knows of one
     */
    record Wish(
            Code cycle,
            Code order,
            Map<UUID, Integer> pieces,
            String agreed,
            @Nullable Code from) {}

    /** What is answered where the difference was not told: nothing has changed. */
    static final String NOT_SAID = "-";

    /**
     * Answers the code of the order of what is added, to be paid; nothing where nothing is. Refuses with CannotOrder (409)
     * another difference than the member was told, and everything that {@link CycleOrdering} and {@link CycleChanging} refuse;
     * then nothing has changed.
     */
    @Transactional
    public String save(MemberId member, Wish wish) {
        var cycle = cycles.visible(wish.cycle(), member);
        var order = book.detail(member, wish.order());
        if (!cycle.code().equals(order.card().source())) {
            throw new NotFound();
        }
        // held before the difference is reckoned: its leader may be changing prices
        gate.toLeave(cycle);
        var difference = differences.of(member, cycle, wish.order(), wish.pieces());
        if (!difference.isSaidBy(wish.agreed())) {
            return NOT_SAID;
        }
        if (!difference.agreed().equals(wish.agreed())) {
            throw CannotOrder.differenceChanged(difference.back(), difference.toPay());
        }
        var had = shares.ofOrders(cycle, List.of(order.card().id()));
        var added = CycleDifferences.added(had, wish.pieces());
        products.hold(cycle, touched(had, wish.pieces()));
        // what is added first: where nothing more is left, nothing is given away either
        var placed = added.isEmpty() ? "" : add(member, cycle, order, new Added(added, wish.from()));
        changing.keep(member, wish.cycle(), wish.order(), kept(had, wish.pieces()));
        return placed;
    }

    /** Pieces beyond those the order has, and whose link led to them. */
    private record Added(
            Map<UUID, Integer> pieces, @Nullable Code from) {}

    private String add(MemberId member, CycleCard cycle, OrderDetail order, Added added) {
        var point = points.of(cycle).size() > 1 ? order.pickup().point() : null;
        var wanted = new CycleOrdering.Wish(added.pieces(), Map.of(), order.door(), "", point);
        return ordering.add(member, cycle.code(), wanted, added.from()).code().value();
    }

    /** Two who swap the same goods take turns, whichever way each swaps. */
    private static Set<UUID> touched(List<MyShare> had, Map<UUID, Integer> pieces) {
        return Stream.concat(had.stream().map(MyShare::product), pieces.keySet().stream())
                .collect(Collectors.toSet());
    }

    private static Map<UUID, Integer> kept(List<MyShare> had, Map<UUID, Integer> pieces) {
        var kept = new HashMap<UUID, Integer>();
        had.forEach(it ->
                kept.put(it.product(), Math.min(it.quantity(), pieces.getOrDefault(it.product(), it.quantity()))));
        return kept;
    }
}
