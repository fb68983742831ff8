package tuanju.order.life;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.database.message.OneMessage.Alongside;
import tuanju.moderation.Moderation;
import tuanju.moderation.Written;
import tuanju.order.NotRefundable;
import tuanju.order.OrderChange;
import tuanju.order.OrderConfirmed;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.order.OrderNews;
import tuanju.order.OrderPlaced;
import tuanju.order.OrderRefunded;
import tuanju.order.OrderSettings;
import tuanju.order.OrderSource;
import tuanju.order.OrderStatus;
import tuanju.order.PickupTime;
import tuanju.payment.Refunds;

/** Places orders and moves them on. Every method joins the caller's transaction. */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
public class Orders {

    private final OrderWriting writing;
    private final OrderRows rows;
    private final OrderNews news;
    private final ApplicationEventPublisher events;
    private final ReservedGoods goods;
    private final OrderPricing pricing;
    private final Refunds refunds;
    private final OrderSettings settings;
    private final PaidElsewhere elsewhere;
    private final Moderation moderation;
    private final JdbcClient jdbc;

    /**
     * Places an order and reserves its goods last; it waits to be paid, except an import, which starts CONFIRMED and
     * reserves nothing. Refuses with SoldOut or OverLimit, with NoLongerGiven, and with Invalid what a note may not say.
     */
    public PlacedOrder place(NewOrder order) {
        return place(order, settings.payableFor());
    }

    /** The same with another time to pay. */
    public PlacedOrder place(NewOrder order, Duration payableFor) {
        return place(order, payableFor, id -> List.of());
    }

    /**
     * The same with what the caller writes in one message with the order.
     *
     * @param others what is written, once the order's id is known
     */
    public PlacedOrder place(NewOrder order, Function<OrderId, List<Alongside>> others) {
        return place(order, settings.payableFor(), others);
    }

    private PlacedOrder place(NewOrder order, Duration payableFor, Function<OrderId, List<Alongside>> others) {
        var placed = placeOne(order, payableFor, others);
        if (order.kind() != OrderKind.IMPORT) {
            goods.reserve(order);
        }
        return placed;
    }

    /** The same for a caller whose last statement sets the goods aside (reserve_pieces) with what else others wait for. */
    public PlacedOrder placeBeforeGoods(NewOrder order, Function<OrderId, List<Alongside>> others) {
        return placeOne(order, settings.payableFor(), others);
    }

    private PlacedOrder placeOne(NewOrder order, Duration payableFor, Function<OrderId, List<Alongside>> others) {
        moderation.mustPass(Written.TEXT, "note", order.note());
        var draft = OrderDraft.of(order);
        var alongside =
                new ArrayList<>(order.kind() == OrderKind.IMPORT ? List.of() : pricing.taking(order, draft.id()));
        alongside.addAll(others.apply(draft.id()));
        var placed = writing.write(order.community(), List.of(draft), payableFor, alongside);
        if (placed.isEmpty()) {
            throw new IllegalStateException("An order with this external key exists already");
        }
        events.publishEvent(new OrderPlaced(order.community(), placed.getFirst().id(), order.kind()));
        return placed.getFirst();
    }

    /**
     * Places many orders that were paid in the tool they come from, in a handful of statements. Those whose external key is
     * known already are left out of the answer and changed in nothing.
     */
    public List<PlacedOrder> placeImported(CommunityId community, List<NewOrder> orders) {
        var placed = placeGuests(community, orders);
        elsewhere.note(community, placed.stream().map(PlacedOrder::id).toList());
        return placed;
    }

    /** The same for orders of guests that say nothing of money: nobody has paid for them yet. */
    public List<PlacedOrder> placeGuests(CommunityId community, List<NewOrder> orders) {
        if (orders.stream().anyMatch(order -> order.kind() != OrderKind.IMPORT)) {
            throw new IllegalArgumentException("Only imported orders are placed in bulk");
        }
        var drafts = orders.stream().map(OrderDraft::of).toList();
        var placed = writing.write(community, drafts, settings.payableFor(), List.of());
        news.announce(community, placed.stream().map(PlacedOrder::id).toList(), OrderConfirmed::new);
        placed.forEach(it -> events.publishEvent(new OrderPlaced(community, it.id(), OrderKind.IMPORT)));
        return placed;
    }

    /** Confirms paid orders in one statement: their goods will come. Answers how many there were. */
    public int confirm(CommunityId community, Collection<OrderId> orders, PickupTime when, String cause) {
        rows.schedulePickup(community, orders, when);
        int confirmed =
                rows.moveAll(community, orders, OrderStatus.PAID, OrderStatus.CONFIRMED, new OrderChange(null, cause));
        news.announce(community, orders, OrderConfirmed::new);
        return confirmed;
    }

    /**
     * Gives a paid order's money back in full and its goods free. Refuses with NotRefundable (409) an order that is not
     * waiting for its team; one that is refunded already stays as it is.
     */
    public void refund(CommunityId community, OrderId id, OrderChange change) {
        var order = rows.lock(community, id).orElseThrow(NotFound::new);
        if (order.status() == OrderStatus.REFUNDED) {
            return;
        }
        if (!rows.move(community, id, OrderStatus.PAID, OrderStatus.REFUNDED, change)) {
            throw new NotRefundable();
        }
        news.announce(community, List.of(id), OrderRefunded::new);
        goods.release(community, order);
        refunds.request(community, id.value(), order.amount(), change.cause(), "order-" + id.value());
    }

    /** The order belongs to another team now: its late buyer chose a new one. */
    public void moveTo(CommunityId community, OrderId order, OrderSource source) {
        jdbc.sql("""
            update orders set source_id = :source, source_code = :code
            where community_id = :community and id = :order
            """)
                .param("source", source.id())
                .param("code", source.code() == null ? null : source.code().value())
                .param("community", community.value())
                .param("order", order.value())
                .update();
    }
}
