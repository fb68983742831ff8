package tuanju.cycle.ordering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.cycle.CannotOrder;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleProduct;
import tuanju.cycle.CycleProducts;
import tuanju.cycle.CycleShare;
import tuanju.cycle.CycleShares;
import tuanju.cycle.OrderCycles;
import tuanju.database.Ids;
import tuanju.live.LiveTopics;
import tuanju.member.MemberId;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.OrderStatus;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.CalledOff;
import tuanju.order.aftersale.LineKeep;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderCard;

/**
 * A member takes fewer pieces of a paid order, or leaves, until the cut-off; the difference goes back to how they paid.
 * More pieces are another order, which stands beside the first in the same bag.
 */
@Component
@RequiredArgsConstructor
public class CycleChanging {

    private static final String BY_BUYER = "changed-by-buyer";
    private static final String BY_LEADER = "changed-by-leader";
    private static final String LEFT = "left-before-cut-off";

    private final OrderCycles cycles;
    private final CycleProducts products;
    private final CycleShares shares;
    private final CycleGate gate;
    private final OrderBook book;
    private final CalledOff calledOff;
    private final LiveTopics live;

    /**
     * Keeps this many pieces by product; products not named stay as they are, none of all leaves the cycle. Refuses with
     * NotFound another's order, with CannotOrder one that is not paid or a cycle past its cut-off, with Invalid more
     * pieces than before, with NotInThisOrder (422) a product that the order does not have.
     */
    @Transactional
    public void keep(MemberId member, Code code, Code orderCode, Map<UUID, Integer> quantities) {
        var cycle = cycles.byCode(code);
        var order = own(member, cycle, orderCode).id();
        gate.toLeave(cycle);
        var had = shares.of(cycle.community(), cycle.id(), order.value());
        mustBeIn(cycle, had, quantities.keySet());
        var changed = had.stream()
                .map(share -> new Change(share, quantity(share, quantities)))
                .filter(change -> change.quantity() < change.share().quantity())
                .toList();
        if (changed.size() == had.size() && changed.stream().allMatch(it -> it.quantity() == 0)) {
            leave(member, cycle, order);
        } else if (!changed.isEmpty()) {
            keep(cycle, order, changed, new OrderChange(member, BY_BUYER));
        }
        live.changed("cycle:" + cycle.id());
    }

    /**
     * The leader does the same for somebody who told them so; at least one piece must stay. Refuses with NotFound another's
     * cycle and another cycle's order, with Invalid as many pieces as before or none at all, else as for the buyer.
     */
    @Transactional
    public void keepFor(MemberId leader, Code code, Code orderCode, Map<UUID, Integer> quantities) {
        var cycle = cycles.ledBy(leader, code);
        var order = book.sheet(
                cycle.community(),
                book.idsIn(cycle.community(), cycle.id(), List.of(orderCode)).getFirst());
        if (order.status() != OrderStatus.PAID && order.status() != OrderStatus.CONFIRMED) {
            throw CannotOrder.notPaid();
        }
        gate.toLeave(cycle);
        var had = shares.of(cycle.community(), cycle.id(), order.id().value());
        mustBeIn(cycle, had, quantities.keySet());
        var all = had.stream()
                .map(share -> new Change(share, quantity(share, quantities)))
                .toList();
        var changed = all.stream()
                .filter(change -> change.quantity() < change.share().quantity())
                .toList();
        if (changed.isEmpty() || all.stream().allMatch(it -> it.quantity() == 0)) {
            throw new Invalid("pieces", changed.isEmpty() ? "cycle-fewer-none" : "cycle-fewer-all");
        }
        keep(cycle, order.id(), changed, new OrderChange(leader, BY_LEADER));
        live.changed("cycle:" + cycle.id());
        live.changed(cycle.householdsTopic());
    }

    /** A share and the pieces wanted from now on. */
    private record Change(CycleShare share, int quantity) {

        int tolerance() {
            return quantity == 0 ? 0 : share.tolerance();
        }

        int most() {
            return quantity + tolerance();
        }
    }

    private void mustBeIn(CycleCard cycle, List<CycleShare> had, Set<UUID> named) {
        var held = had.stream().map(CycleShare::product).collect(Collectors.toSet());
        named.stream().filter(it -> !held.contains(it)).findFirst().ifPresent(product -> {
            throw new NotInThisOrder(products.of(cycle).stream()
                    .filter(it -> it.id().equals(product))
                    .map(CycleProduct::title)
                    .findFirst()
                    .orElse(product.toString()));
        });
    }

    private OrderCard own(MemberId member, CycleCard cycle, Code code) {
        var order = book.card(member, code);
        if (!cycle.code().equals(order.source())) {
            throw new NotFound();
        }
        if (order.status() != OrderStatus.PAID && order.status() != OrderStatus.CONFIRMED) {
            throw CannotOrder.notPaid();
        }
        return order;
    }

    private static int quantity(CycleShare share, Map<UUID, Integer> quantities) {
        int quantity = quantities.getOrDefault(share.product(), share.quantity());
        if (quantity < 0 || quantity > share.quantity()) {
            throw new Invalid("quantities", "cycle-only-fewer", share.quantity());
        }
        return quantity;
    }

    private void leave(MemberId member, CycleCard cycle, OrderId order) {
        products.release(cycle.community(), order.value());
        calledOff.whole(cycle.community(), order, AdjustmentKind.CANCELLED, new OrderChange(member, LEFT));
    }

    private void keep(CycleCard cycle, OrderId order, List<Change> changes, OrderChange by) {
        var named = products.of(cycle).stream().collect(Collectors.toMap(CycleProduct::id, Function.identity()));
        var keeps = new ArrayList<LineKeep>();
        for (var change : changes) {
            var product = named.get(change.share().product());
            if (product == null) {
                throw new NotFound();
            }
            shares.want(cycle.community(), change.share(), change.quantity(), change.tolerance());
            products.free(cycle.community(), product.id(), change.share().most() - change.most());
            keeps.add(
                    new LineKeep(AdjustmentKind.CANCELLED, product.name(), product.spec(), change.most(), by.cause()));
        }
        // stock and the busy accounts of the refund last
        calledOff.some(cycle.community(), order, keeps, by, Ids.next().toString());
    }
}
