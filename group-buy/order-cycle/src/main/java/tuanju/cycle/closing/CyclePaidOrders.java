package tuanju.cycle.closing;

import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.cycle.CycleProducts;
import tuanju.cycle.CycleShares;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.editing.CheaperGoods;
import tuanju.cycle.ordering.LatePieces;
import tuanju.live.LiveTopics;
import tuanju.order.OrderKind;
import tuanju.order.PaidOrder;
import tuanju.order.paying.PaidOrderTaker;

/**
 * What being paid means in a cycle. Where nothing depends on the others, an order placed in time is confirmed at once,
 * also when its money comes after the cut-off. Where the cycle has a minimum or cases to fill, it waits for the decision;
 * money that comes after the decision goes back, because the cases are counted. So does money for a closed order. Pieces
 * opened after the cut-off are there already: whoever pays for them has them.
 */
@Component
@RequiredArgsConstructor
public class CyclePaidOrders implements PaidOrderTaker {

    private final CycleProducts products;
    private final CycleShares shares;
    private final LatePieces late;
    private final CycleDeciding deciding;
    private final CheaperGoods cheaper;
    private final LiveTopics live;
    private final JdbcClient jdbc;

    private record Cycle(CycleStatus status, boolean placedInTime, boolean cheaper) {}

    @Override
    public OrderKind kind() {
        return OrderKind.CYCLE;
    }

    @Override
    public Place take(PaidOrder order) {
        var cycle = order.reopened() ? Optional.<Cycle>empty() : cycle(order);
        var place = cycle.map(it -> place(order, it)).orElse(Place.NONE);
        if (!place.equals(Place.NONE)) {
            var source = Objects.requireNonNull(order.source());
            shares.paid(order.community(), order.id().value());
            cycle.filter(Cycle::cheaper).ifPresent(it -> cheaper.bring(order.community(), source, List.of(order.id())));
            live.changed("cycle:" + source);
        }
        return place;
    }

    @Override
    public void release(PaidOrder order) {
        products.release(order.community(), order.id().value());
        live.changed("cycle:" + order.source());
    }

    private Place place(PaidOrder order, Cycle cycle) {
        if (late.isLate(order.community(), order.id().value())) {
            return cycle.status().isOnItsWay() || cycle.status().isCollectable() ? Place.CONFIRMED : Place.NONE;
        }
        if (deciding.waitsForOthers(order.community().value(), Objects.requireNonNull(order.source()))) {
            return cycle.status().isTaking() ? Place.WAITING : Place.NONE;
        }
        return cycle.placedInTime() && cycle.status() != CycleStatus.LAPSED ? Place.CONFIRMED : Place.NONE;
    }

    /** Shared until the money has its place, so that whoever decides the cycle counts it or it comes too late. The cut-off is the one that counted then: a leader who closes early does not undo orders already placed. */
    private Optional<Cycle> cycle(PaidOrder order) {
        return jdbc.sql("""
                        select status, opens <= :placed and :placed <= cut_off as in_time, exists (
                            select from cycle_cheaper g where g.community_id = :community and g.order_id = :order
                                and g.done_at is null) as cheaper
                        from order_cycle
                        where community_id = :community and id = :cycle for share
                        """)
                .param("community", order.community().value())
                .param("cycle", Objects.requireNonNull(order.source()))
                .param("order", order.id().value())
                .param("placed", Timestamp.from(order.placedAt()))
                .query((row, number) -> new Cycle(
                        CycleStatus.valueOf(row.getString("status")),
                        row.getBoolean("in_time"),
                        row.getBoolean("cheaper")))
                .optional();
    }
}
