package tuanju.order.life;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.database.message.OneMessage.Alongside;
import tuanju.order.OrderKind;
import tuanju.order.PickupCodes;
import tuanju.price.Shares;

/** Writes orders with their lines, discounts and what is due from them, under codes that nobody has. */
@Component
class OrderWriting {

    /** Two random codes meet once in a million orders; five times in a row they do not. */
    private static final int TRIES = 5;

    /** Five thousand in one statement took half of the time that a request's statement may take, on a quiet machine. */
    private static final int AT_ONCE = 500;

    private final OrderInsertion insertion;
    private final OrderRows rows;
    private final Communities communities;
    // said by modules above, looked for once
    private final SingletonSupplier<List<Entitlements>> entitlements;

    OrderWriting(
            OrderInsertion insertion,
            OrderRows rows,
            Communities communities,
            ObjectProvider<Entitlements> entitlements) {
        this.insertion = insertion;
        this.rows = rows;
        this.communities = communities;
        this.entitlements =
                SingletonSupplier.of(() -> entitlements.orderedStream().toList());
    }

    /** New codes for those whose code was taken, until every order that is new has been written; what goes along goes once. */
    List<PlacedOrder> write(
            CommunityId community, List<OrderDraft> orders, Duration payableFor, List<Alongside> alongside) {
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
            CommunityId community, List<OrderDraft> orders, Duration payableFor, List<Alongside> alongside) {
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
        return entitlements.obtain().stream()
                .filter(it -> it.isOnFile() == onFile)
                .flatMap(it -> it.of(order).stream())
                .toList();
    }

    private List<OrderDraft> missing(CommunityId community, List<OrderDraft> asked, List<PlacedOrder> placed) {
        if (placed.size() >= asked.size()) {
            return List.of();
        }
        var known = new HashSet<>(
                rows.known(community, asked.stream().map(OrderDraft::order).toList()));
        return asked.stream()
                .filter(it -> it.order().source().externalKey() == null
                        || !known.contains(it.order().source().externalKey()))
                .toList();
    }
}
