package tuanju.cycle.ordering;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.address.Door;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePoint;
import tuanju.cycle.CyclePoints;
import tuanju.cycle.CycleProduct;
import tuanju.cycle.CycleProducts;
import tuanju.cycle.CycleProducts.Wanted;
import tuanju.cycle.OrderCycles;
import tuanju.link.Attributions;
import tuanju.live.LiveTopics;
import tuanju.member.Household;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.order.Address;
import tuanju.order.OrderKind;
import tuanju.order.OrderSource;
import tuanju.order.Pickup;
import tuanju.order.Recipient;
import tuanju.order.life.NewLine;
import tuanju.order.life.NewOrder;
import tuanju.order.life.OrderPricing;
import tuanju.order.life.Orders;
import tuanju.order.life.PlacedOrder;
import tuanju.price.BroughtAlong;

/** A member orders in a cycle. */
@Component
@RequiredArgsConstructor
public class CycleOrdering {

    private static final int MOST_PIECES = 999;

    private final OrderCycles cycles;
    private final CycleProducts products;
    private final CyclePoints points;
    private final Orders orders;
    private final OrderPricing pricing;
    private final Attributions attributions;
    private final Members members;
    private final CycleGate gate;
    private final LiveTopics live;

    /**
     * What a member wants, and where they live.
     *
     * @param quantities pieces by product of the cycle; zero is left out
     * @param upTo the most pieces they would take to fill a case, by product; left out where it is not more
     * @param point where they collect; null where the cycle has only one point
     */
    public record Wish(
            Map<UUID, Integer> quantities,
            Map<UUID, Integer> upTo,
            Door door,
            String note,
            @Nullable UUID point) {

        private static final int LONGEST_NOTE = 200;

        public Wish {
            quantities = Map.copyOf(quantities);
            upTo = Map.copyOf(upTo);
            if (!door.fits()) {
                throw new Invalid("building", "cycle-door-too-long", Door.LONGEST_PART);
            }
            if (note.length() > LONGEST_NOTE) {
                throw new Invalid("note", "cycle-note-too-long", LONGEST_NOTE);
            }
        }

        /** Exactly these pieces. */
        public Wish(Map<UUID, Integer> quantities, Door door, String note) {
            this(quantities, Map.of(), door, note, null);
        }

        /** At the only point of the cycle. */
        public Wish(Map<UUID, Integer> quantities, Map<UUID, Integer> upTo, Door door, String note) {
            this(quantities, upTo, door, note, null);
        }
    }

    /**
     * Places an order that waits to be paid. Refuses with CannotOrder past the cut-off by the database's clock (but for
     * what fills an open case in boxfill) or beyond a limit, with NotFound what they may not see, with Invalid nothing or too much wanted, with SoldOut where the catalogue has no more.
     */
    @Transactional
    public PlacedOrder order(MemberId member, Code code, Wish wish) {
        return order(member, code, wish, new Came(ShownPrice.NOTHING, null));
    }

    /**
     * What a buyer was told before, and what led them here.
     *
     * @param shown the price; another one is refused
     * @param from the link they followed; null where nobody knows of one
     * @param brought what they use of what they could bring along
     */
    record Came(ShownPrice shown, @Nullable Code from, BroughtAlong brought) {

        /** Using whatever is best. */
        Came(ShownPrice shown, @Nullable Code from) {
            this(shown, from, BroughtAlong.BEST);
        }
    }

    /** The same beside another order of theirs, at its door, which is not remembered: nobody typed it now. */
    @Transactional
    PlacedOrder add(MemberId member, Code code, Wish wish, @Nullable Code from) {
        return place(member, code, wish, new Came(ShownPrice.NOTHING, from));
    }

    /** The same for who comes so: refuses with CannotOrder what would cost something else than they were shown. */
    @Transactional
    PlacedOrder order(MemberId member, Code code, Wish wish, Came came) {
        members.remember(member, home(wish.door()));
        return place(member, code, wish, came);
    }

    private PlacedOrder place(MemberId member, Code code, Wish wish, Came came) {
        var cycle = cycles.visible(code, member);
        // held before prices are read: its leader may be changing them
        var held = gate.toOrder(cycle);
        var offered = products.forBuyer(cycle, member);
        var wanted = wanted(offered, wish);
        if (held.fillsCases()) {
            gate.mustFillCases(cycle, wanted);
        }
        var order = pricing.priced(newOrder(cycle, member, wish, wanted), held.discounts(), came.brought());
        came.shown().check(order, offered);
        var placed = orders.place(order, id -> attributions.noting(cycle.community(), id, member, came.from()));
        products.take(cycle, placed.id().value(), wanted);
        live.changed("cycle:" + cycle.id());
        return placed;
    }

    private static Household home(Door door) {
        return new Household(door.lane(), door.building(), door.unit(), door.room());
    }

    /** What of these products is wanted, in the order of their names. Refuses with Invalid nothing, too much or others. */
    static List<Wanted> wanted(List<CycleProduct> products, Wish wish) {
        var offered = products.stream().collect(Collectors.toMap(CycleProduct::id, Function.identity()));
        if (!offered.keySet().containsAll(wish.quantities().keySet())) {
            throw new Invalid("quantities", "cycle-quantity", MOST_PIECES);
        }
        var wanted = offered.values().stream()
                .map(product -> wanted(product, wish))
                .filter(it -> it.quantity() > 0)
                .sorted(Comparator.comparing(
                        it -> it.product().name() + it.product().spec()))
                .toList();
        if (wanted.isEmpty()) {
            throw new Invalid("quantities", "cycle-nothing-wanted");
        }
        return wanted;
    }

    /** Beyond a case less one piece a tolerance is never needed, so it is not paid for either. */
    private static Wanted wanted(CycleProduct product, Wish wish) {
        int quantity = wish.quantities().getOrDefault(product.id(), 0);
        int upTo = wish.upTo().getOrDefault(product.id(), 0);
        if (quantity < 0 || quantity > MOST_PIECES || upTo < 0 || upTo > MOST_PIECES) {
            throw new Invalid("quantities", "cycle-quantity", MOST_PIECES);
        }
        if (upTo > 0 && upTo < quantity) {
            throw new Invalid("upTo", "cycle-tolerance-below-quantity", product.title(), quantity);
        }
        int tolerance = quantity == 0 ? 0 : Math.max(0, upTo - quantity);
        return new Wanted(product, quantity, Math.min(tolerance, product.terms().caseSize() - 1));
    }

    NewOrder newOrder(CycleCard cycle, MemberId member, Wish wish, List<Wanted> wanted) {
        var address = Address.of(wish.door(), "by-hand");
        return new NewOrder(
                cycle.community(),
                OrderKind.CYCLE,
                OrderSource.cycle(cycle.id(), cycle.code()),
                Recipient.of(member, members.contact(member), address),
                pickup(cycle, points.chosen(cycle, wish.point())),
                wanted.stream().map(CycleOrdering::line).toList(),
                wish.note().strip(),
                null);
    }

    /** At a cycle's main point. */
    public static Pickup pickup(CycleCard cycle) {
        return pickup(cycle, cycle.mainPoint());
    }

    /** At one of a cycle's points. */
    public static Pickup pickup(CycleCard cycle, CyclePoint point) {
        return point.pickup(cycle.leader());
    }

    /** A tolerance is paid for too: what is not needed of it goes back when the cases are counted. */
    private static NewLine line(Wanted wanted) {
        var product = wanted.product();
        return new NewLine(
                null,
                product.sku(),
                product.id(),
                product.name(),
                product.spec(),
                product.picture(),
                product.price(),
                wanted.most(),
                product.usual());
    }
}
