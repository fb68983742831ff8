package tuanju.cycle;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.cycle.address.Address;
import tuanju.live.LiveTopics;
import tuanju.member.Household;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.order.NewLine;
import tuanju.order.NewOrder;
import tuanju.order.OrderKind;
import tuanju.order.OrderSource;
import tuanju.order.Orders;
import tuanju.order.Pickup;
import tuanju.order.PlacedOrder;
import tuanju.order.Recipient;

/** A member orders in a cycle. */
@Component
@RequiredArgsConstructor
public class CycleOrdering {

    private static final int MOST_PIECES = 999;

    private final OrderCycles cycles;
    private final CycleProducts products;
    private final Orders orders;
    private final Members members;
    private final LiveTopics live;
    private final JdbcClient jdbc;

    /**
     * What a member wants, and where they live.
     *
     * @param quantities pieces by product of the cycle; zero is left out
     */
    public record Wish(Map<UUID, Integer> quantities, String building, String room, String note) {

        private static final int LONGEST_PART = 20;
        private static final int LONGEST_NOTE = 200;

        public Wish {
            quantities = Map.copyOf(quantities);
            if (building.length() > LONGEST_PART || room.length() > LONGEST_PART) {
                throw new Invalid("building", "cycle-door-too-long", LONGEST_PART);
            }
            if (note.length() > LONGEST_NOTE) {
                throw new Invalid("note", "cycle-note-too-long", LONGEST_NOTE);
            }
        }
    }

    /**
     * Places an order that waits to be paid. Refuses with CannotOrder past the cut-off by the database's clock or beyond
     * a limit, with Invalid nothing or too much wanted, with SoldOut where the catalogue has no more.
     */
    @Transactional
    public PlacedOrder order(MemberId member, Code code, Wish wish) {
        var cycle = cycles.byCode(code);
        var wanted = wanted(cycle, wish.quantities());
        holdOpen(cycle);
        members.remember(member, new Household(wish.building(), wish.room()));
        var placed = orders.place(newOrder(cycle, member, wish, wanted));
        products.take(cycle, placed.id().value(), wanted);
        live.changed("cycle:" + cycle.id());
        return placed;
    }

    private Map<CycleProduct, Integer> wanted(CycleCard cycle, Map<UUID, Integer> quantities) {
        var wanted = new HashMap<CycleProduct, Integer>();
        var offered = products.of(cycle);
        quantities.forEach((id, quantity) -> {
            var product = offered.stream().filter(each -> each.id().equals(id)).findFirst();
            if (quantity < 0 || quantity > MOST_PIECES || product.isEmpty()) {
                throw new Invalid("quantities", "cycle-quantity", MOST_PIECES);
            }
            if (quantity > 0) {
                wanted.put(product.get(), quantity);
            }
        });
        if (wanted.isEmpty()) {
            throw new Invalid("quantities", "cycle-nothing-wanted");
        }
        return wanted;
    }

    /** Shares the cycle's row until the order is in: whoever closes it waits for this order, or this order comes too late. */
    private void holdOpen(CycleCard cycle) {
        var held = jdbc.sql("""
                        select 1 from order_cycle
                        where community_id = :community and id = :id
                          and status = 'OPEN' and opens <= now() and cut_off > now()
                        for share
                        """)
                .param("community", cycle.community().value())
                .param("id", cycle.id())
                .query(Integer.class)
                .optional();
        if (held.isEmpty()) {
            throw CannotOrder.closed();
        }
    }

    private NewOrder newOrder(CycleCard cycle, MemberId member, Wish wish, Map<CycleProduct, Integer> wanted) {
        var door = Address.ofMember(wish.building(), wish.room());
        var address = ImportedOrders.address(door);
        return new NewOrder(
                cycle.community(),
                OrderKind.CYCLE,
                OrderSource.cycle(cycle.id(), cycle.code()),
                Recipient.of(member, members.contact(member), address),
                pickup(cycle),
                lines(wanted),
                wish.note().strip(),
                null);
    }

    static Pickup pickup(CycleCard cycle) {
        var place = cycle.pickupPlace();
        return new Pickup(
                place.point(),
                place.name(),
                place.area(),
                place.address(),
                place.hours(),
                cycle.leader(),
                cycle.pickupFrom(),
                cycle.pickupUntil());
    }

    private static List<NewLine> lines(Map<CycleProduct, Integer> wanted) {
        return wanted.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(CycleProduct::name)))
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static NewLine line(CycleProduct product, int quantity) {
        return new NewLine(
                null, product.sku(), product.name(), product.spec(), product.picture(), product.price(), quantity);
    }
}
