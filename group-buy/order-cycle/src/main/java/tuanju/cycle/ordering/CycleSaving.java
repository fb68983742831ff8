package tuanju.cycle.ordering;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.cycle.CannotOrder;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePoints;
import tuanju.cycle.CycleShares;
import tuanju.cycle.CycleView.MyShare;
import tuanju.cycle.OrderCycles;
import tuanju.member.MemberId;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderDetail;
import tuanju.price.BroughtAlong;

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
    private final CycleDifferences differences;
    private final CycleOrdering ordering;
    private final CycleChanging changing;
    private final OrderBook book;

    /** What a member wants of which order, and the difference they were told. */
    record Wish(Code cycle, Code order, Map<UUID, Integer> pieces, String agreed) {}

    /**
     * Answers the order of what is added, to be paid. Refuses with CannotOrder (409) another difference than the member
     * was told, and everything that {@link CycleOrdering} and {@link CycleChanging} refuse; then nothing has changed.
     */
    @Transactional
    public Optional<Code> save(MemberId member, Wish wish) {
        var cycle = cycles.visible(wish.cycle(), member);
        var order = book.detail(member, wish.order());
        if (!cycle.code().equals(order.card().source())) {
            throw new NotFound();
        }
        var difference = differences.of(member, cycle, wish.order(), wish.pieces());
        if (!difference.agreed().equals(wish.agreed())) {
            throw CannotOrder.priceChanged(difference.toPay());
        }
        var had = shares.ofOrders(cycle, List.of(order.card().id()));
        var added = CycleDifferences.added(had, wish.pieces());
        // what is contested first: where nothing more is left, nothing is given away either
        var placed = added.isEmpty() ? Optional.<Code>empty() : Optional.of(add(member, cycle, order, added));
        changing.keep(member, wish.cycle(), wish.order(), kept(had, wish.pieces()));
        return placed;
    }

    private Code add(MemberId member, CycleCard cycle, OrderDetail order, Map<UUID, Integer> added) {
        var point = points.of(cycle).size() > 1 ? order.pickup().point() : null;
        var wanted = new CycleOrdering.Wish(added, Map.of(), order.door(), "", point);
        var came = new CycleOrdering.Came(ShownPrice.NOTHING, null, BroughtAlong.BEST);
        return ordering.order(member, cycle.code(), wanted, came).code();
    }

    private static Map<UUID, Integer> kept(List<MyShare> had, Map<UUID, Integer> pieces) {
        var kept = new HashMap<UUID, Integer>();
        had.forEach(it ->
                kept.put(it.product(), Math.min(it.quantity(), pieces.getOrDefault(it.product(), it.quantity()))));
        return kept;
    }
}
