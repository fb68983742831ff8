package tuanju.chain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.chain.reading.ChainItem;
import tuanju.chain.reading.Guest;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleProduct;
import tuanju.cycle.NamedPoints;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.ordering.CycleOrdering;
import tuanju.cycle.ordering.GuestPieces;
import tuanju.member.Members;
import tuanju.member.Phone;
import tuanju.order.Address;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.order.OrderSource;
import tuanju.order.Recipient;
import tuanju.order.dues.TakenByHand;
import tuanju.order.life.GuestOrders;
import tuanju.order.life.NewLine;
import tuanju.order.life.NewOrder;
import tuanju.order.life.Orders;

/** Places, rewrites and cancels the orders of a chain's guests, with the pieces they hold of a cycle's limits. */
@Component
@RequiredArgsConstructor
class ChainPlacing {

    private static final String SOURCE = "chain-list";
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_NOTE = 500;

    private final OrderCycles cycles;
    private final GuestPieces pieces;
    private final ChainOrders chainOrders;
    private final Orders orders;
    private final GuestOrders guestOrders;
    private final TakenByHand taken;
    private final TransferUses uses;
    private final Members members;

    /** The text that orders come from, and where they go. */
    record Source(UUID list, NamedPoints points) {}

    /** What a known order held of the limits is free until it is put again. */
    void free(CycleCard cycle, ChainOrders.@Nullable Row before) {
        if (before != null && before.order() != null) {
            pieces.release(cycle, new OrderId(before.order()));
        }
    }

    /** Makes an order hold what it holds in the end; answers the chain order. */
    UUID put(CycleCard cycle, Source from, ChainOutcome outcome, ChainOrders.@Nullable Row before) {
        if (before == null) {
            var order = outcome.items().isEmpty() ? null : place(cycle, from, outcome);
            pay(cycle, order, outcome);
            return chainOrders.add(cycle, outcome.guest(), order);
        }
        if (before.order() != null && outcome.items().isEmpty()) {
            cancel(cycle, before.order());
            chainOrders.holds(cycle, before.id(), null);
        } else if (before.order() != null) {
            var wanted = wanted(cycle, outcome.items());
            guestOrders.rewrite(cycle.community(), new OrderId(before.order()), lines(wanted));
            pieces.take(cycle, new OrderId(before.order()), wanted);
            pay(cycle, before.paid() ? null : before.order(), outcome);
        } else if (!outcome.items().isEmpty()) {
            var order = place(cycle, from, outcome);
            chainOrders.holds(cycle, before.id(), order);
            carry(cycle, before, order);
            pay(cycle, before.paid() ? null : order, outcome);
        }
        return before.id();
    }

    /** Cancels the order of somebody who is gone from the newest list, and frees what it held. */
    void leave(CycleCard cycle, ChainOrders.Row guest) {
        if (guest.order() != null) {
            free(cycle, guest);
            cancel(cycle, guest.order());
            chainOrders.gone(cycle, guest.id());
        }
    }

    private void cancel(CycleCard cycle, UUID order) {
        guestOrders.cancel(
                cycle.community(), new OrderId(order), new OrderChange(cycle.leader(), "cancelled-in-chain"));
    }

    /** What a list says of paying, it says of what the order holds then: what it grows by later is not paid by that. */
    private void pay(CycleCard cycle, @Nullable UUID order, ChainOutcome outcome) {
        if (outcome.paid() && order != null) {
            taken.all(cycle.community(), new OrderId(order), cycle.leader(), TakenByHand.Cause.LIST);
        }
    }

    private void carry(CycleCard cycle, ChainOrders.Row guest, UUID order) {
        if (guest.earlier() != null) {
            taken.carry(cycle.community(), new OrderId(guest.earlier()), new OrderId(order), cycle.leader())
                    .ifPresent(carried -> uses.carried(cycle, guest.id(), carried.noted(), carried.amount()));
        }
    }

    private UUID place(CycleCard cycle, Source from, ChainOutcome outcome) {
        var wanted = wanted(cycle, outcome.items());
        var key = key(cycle.id(), from.list(), outcome.line());
        var note = outcome.note();
        var placed = orders.placeGuests(
                cycle.community(),
                List.of(new NewOrder(
                        cycle.community(),
                        OrderKind.IMPORT,
                        OrderSource.imported(cycle.id(), cycle.code(), SOURCE, key),
                        recipient(outcome.guest()),
                        CycleOrdering.pickup(cycle, from.points().of(outcome.written())),
                        lines(wanted),
                        note.length() <= LONGEST_NOTE ? note : note.substring(0, LONGEST_NOTE),
                        null)));
        var order = placed.getFirst().id();
        pieces.take(cycle, order, wanted);
        return order.value();
    }

    /** The name of an order placed by this line. */
    static String key(UUID cycle, UUID list, int line) {
        return cycle + ":" + list + ":" + line;
    }

    /** A guest by name; a phone number makes it the order of the member who has it, now or later. */
    private Recipient recipient(Guest guest) {
        var address = Address.of(guest.door(), "text");
        var name = guest.name().length() <= LONGEST_NAME
                ? guest.name()
                : guest.name().substring(0, LONGEST_NAME);
        if (guest.phone().isEmpty()) {
            return new Recipient(null, name, null, "", address);
        }
        var known = Recipient.guest(name, guest.phone(), address);
        return members.withPhone(Phone.of(guest.phone()))
                .map(member -> new Recipient(member, name, known.phone(), known.maskedPhone(), address))
                .orElse(known);
    }

    private Map<CycleProduct, Integer> wanted(CycleCard cycle, List<ChainItem> items) {
        var byId = new HashMap<UUID, CycleProduct>();
        cycles.products(cycle).forEach(product -> byId.put(product.id(), product));
        var wanted = new HashMap<CycleProduct, Integer>();
        for (var item : items) {
            var product = byId.get(item.product().id());
            if (product != null) {
                wanted.merge(product, item.quantity(), Integer::sum);
            }
        }
        return wanted;
    }

    /** Without their SKU: a guest's pieces are counted by the cycle, not by the catalogue's stock. */
    private static List<NewLine> lines(Map<CycleProduct, Integer> wanted) {
        return wanted.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(CycleProduct::name)))
                .map(entry -> new NewLine(
                        null,
                        null,
                        entry.getKey().id(),
                        entry.getKey().name(),
                        entry.getKey().spec(),
                        entry.getKey().picture(),
                        entry.getKey().price(),
                        entry.getValue()))
                .toList();
    }
}
