package tuanju.order;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.database.message.OneMessage.Alongside;
import tuanju.moderation.Moderation;
import tuanju.moderation.Written;
import tuanju.payment.Refunds;
import tuanju.price.Shares;

/** Places orders and moves them on. Every method joins the caller's transaction. */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
public class Orders {

    /** Two random codes meet once in a million orders; five times in a row they do not. */
    private static final int TRIES = 5;

    /** Five thousand in one statement took half of the time that a request's statement may take, on a quiet machine. */
    private static final int AT_ONCE = 500;

    private final OrderInsertion insertion;
    private final OrderRows rows;
    private final OrderNews news;
    private final ApplicationEventPublisher events;
    private final ReservedGoods goods;
    private final OrderPricing pricing;
    private final Refunds refunds;
    private final Communities communities;
    private final OrderSettings settings;
    private final PaidElsewhere elsewhere;
    private final ObjectProvider<Entitlements> entitlements;
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
        var draft = Draft.of(order);
        var alongside =
                new ArrayList<>(order.kind() == OrderKind.IMPORT ? List.of() : pricing.taking(order, draft.id()));
        alongside.addAll(others.apply(draft.id()));
        var placed = insertAll(order.community(), List.of(draft), payableFor, alongside);
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
        var drafts = orders.stream().map(Draft::of).toList();
        var placed = insertAll(community, drafts, settings.payableFor(), List.of());
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

    /** An order and the id it has from the first try on. */
    private record Draft(OrderId id, NewOrder order) {

        static Draft of(NewOrder order) {
            return new Draft(new OrderId(Ids.next()), order);
        }
    }

    /** New codes for those whose code was taken, until every order that is new has been written; what goes along goes once. */
    private List<PlacedOrder> insertAll(
            CommunityId community, List<Draft> orders, Duration payableFor, List<Alongside> alongside) {
        var placed = new ArrayList<PlacedOrder>(orders.size());
        var left = orders;
        for (int tries = 0; tries < TRIES && !left.isEmpty(); tries++) {
            for (int from = 0; from < left.size(); from += AT_ONCE) {
                var part = left.subList(from, Math.min(from + AT_ONCE, left.size()));
                placed.addAll(insert(community, part, payableFor, tries == 0 ? alongside : List.of()));
            }
            left = missing(community, left, placed);
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException("No free codes for " + left.size() + " orders");
        }
        return placed;
    }

    private List<PlacedOrder> insert(
            CommunityId community, List<Draft> orders, Duration payableFor, List<Alongside> alongside) {
        var orderRows = new ArrayList<OrderRow>(orders.size());
        var lineRows = new ArrayList<LineRow>();
        var discountRows = new ArrayList<DiscountRow>();
        var entitlementRows = new ArrayList<EntitlementRow>();
        for (var draft : orders) {
            var order = draft.order();
            var row = OrderRow.of(draft.id().value(), order, communities.nextCode(community), PickupCodes.next());
            var shares = Shares.of(
                    order.discounts(),
                    order.lines().stream().map(NewLine::amount).toList());
            orderRows.add(row);
            var lines = LineRow.of(row.id(), order.lines(), shares);
            lineRows.addAll(lines);
            discountRows.addAll(DiscountRow.of(row.id(), order.discounts(), shares));
            entitlementRows.addAll(EntitlementRow.of(row.id(), entitled(order), lines));
        }
        return insertion.insert(
                community,
                new OrderInsertion.Written(orderRows, lineRows, discountRows, entitlementRows),
                payableFor,
                alongside);
    }

    /** Nobody gets a share of what was paid elsewhere. */
    private Entitled entitled(NewOrder order) {
        if (order.kind() == OrderKind.IMPORT) {
            return Entitled.NOBODY;
        }
        var all = new ArrayList<>(entitled(order, false));
        if (!all.isEmpty()) {
            all.addAll(entitled(order, true));
        }
        return Entitled.within(all);
    }

    private List<Entitlement> entitled(NewOrder order, boolean onFile) {
        return entitlements
                .orderedStream()
                .filter(it -> it.isOnFile() == onFile)
                .flatMap(it -> it.of(order).stream())
                .toList();
    }

    private List<Draft> missing(CommunityId community, List<Draft> asked, List<PlacedOrder> placed) {
        if (placed.size() >= asked.size()) {
            return List.of();
        }
        var known = new HashSet<>(
                rows.known(community, asked.stream().map(Draft::order).toList()));
        return asked.stream()
                .filter(it -> it.order().source().externalKey() == null
                        || !known.contains(it.order().source().externalKey()))
                .toList();
    }
}
