package tuanju.cycle.planning;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.CyclePoints;
import tuanju.cycle.CycleProducts;
import tuanju.cycle.CycleProgress;
import tuanju.cycle.CycleShares;
import tuanju.cycle.CycleView;
import tuanju.cycle.CycleView.MyOrder;
import tuanju.cycle.CycleView.MyShare;
import tuanju.member.MemberId;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderCard;

/** Puts together what a cycle's page says. */
@Component
@RequiredArgsConstructor
public class CycleViews {

    private static final EnumSet<OrderStatus> ALIVE =
            EnumSet.of(OrderStatus.PLACED, OrderStatus.PAID, OrderStatus.CONFIRMED);
    private static final int LATEST_ORDERS = 50;

    private final CycleProducts products;
    private final CycleShares shares;
    private final CyclePoints points;
    private final OrderBook book;
    private final Clock clock;

    public CycleView of(CycleCard cycle, @Nullable MemberId looker) {
        return new CycleView(cycle, CycleView.Phase.of(cycle, clock.instant()), progress(cycle), mine(cycle, looker));
    }

    NextRound.Round round(CycleCard cycle) {
        return new NextRound.Round(cycle, products.of(cycle), points.of(cycle));
    }

    /** The same as it was planned, for the round that follows. */
    NextRound.Round asPlanned(CycleCard cycle) {
        return new NextRound.Round(cycle, products.of(cycle), points.asPlanned(cycle));
    }

    /** A draft as a plan again, as it was written. */
    CyclePlan asDrafted(CycleCard cycle) {
        return new CyclePlan(
                cycle.title(),
                products.of(cycle).stream().map(CyclePlan.Item::of).toList(),
                cycle.opens(),
                cycle.cutOff(),
                points.of(cycle),
                cycle.terms());
    }

    /** What a leader is told of a cycle that was a draft a moment ago, or still is. */
    public String saidOf(CycleCard cycle) {
        return switch (CycleView.Phase.of(cycle, clock.instant())) {
            case DRAFT -> "cycle.draft.saved";
            case SOON -> "cycle.draft.soon";
            case LAPSED -> "cycle.moved.DISCARDED";
            case OPEN, PAYING, SHORT, BOXFILL, CLOSED -> "cycle.draft.opened";
        };
    }

    public CycleResource resource(CycleCard cycle) {
        return CycleResource.of(round(cycle), progress(cycle));
    }

    public CycleProgress progress(CycleCard cycle) {
        return CycleProgress.of(cycle, products.of(cycle), shares.of(cycle.community(), cycle.id()));
    }

    private List<MyOrder> mine(CycleCard cycle, @Nullable MemberId looker) {
        if (looker == null) {
            return List.of();
        }
        var orders = book.of(looker, ALIVE, null, LATEST_ORDERS).stream()
                .filter(it -> cycle.code().equals(it.source()))
                .toList();
        var held = shares.ofOrders(cycle, orders.stream().map(OrderCard::id).toList()).stream()
                .collect(Collectors.groupingBy(MyShare::order));
        return orders.stream()
                .map(it -> new MyOrder(it, held.getOrDefault(it.id().value(), List.of())))
                .toList();
    }
}
