package tuanju.cycle.ordering;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.address.Door;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleMoves;
import tuanju.cycle.CyclePoint;
import tuanju.cycle.CyclePoints;
import tuanju.cycle.OrderCycles;
import tuanju.database.Ids;
import tuanju.live.LiveTopics;
import tuanju.member.MemberId;
import tuanju.notification.Notification;
import tuanju.order.Address;
import tuanju.order.Buyers;
import tuanju.order.Buyers.Bought;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.book.OrderBook;
import tuanju.order.fulfilment.DoorChange;
import tuanju.order.fulfilment.OrderPlaces;

/** Orders of a cycle go to another of its pickup points, or their bags to another door, until they are collected. */
@Component
@RequiredArgsConstructor
public class MovingOrders {

    private final OrderCycles cycles;
    private final CyclePoints points;
    private final CycleGate gate;
    private final CycleMoves moves;
    private final Looks looks;
    private final OrderBook book;
    private final OrderPlaces places;
    private final Buyers buyers;
    private final AuditTrail audit;
    private final LiveTopics live;

    /**
     * The leader sends orders to another point of their cycle, all or none. Refuses with NotFound orders of another cycle,
     * with Invalid a point that is not one of the cycle's, with the order's own refusal what is collected or over. Answers
     * by which step each went that was elsewhere.
     */
    @Transactional
    public Map<OrderId, Long> toPoint(MemberId leader, Code code, Collection<Code> orders, UUID point) {
        var led = cycles.ledBy(leader, code);
        // held, so that nobody moves the times of its points meanwhile
        var cycle = moves.lock(led.community(), led.id());
        var ids = book.idsIn(cycle.community(), cycle.id(), orders);
        var to = point(cycle, point);
        var moved = places.toPoint(
                cycle.community(), ids, CycleOrdering.pickup(cycle, to), new OrderChange(leader, "moved-by-leader"));
        if (moved.orders().isEmpty()) {
            return Map.of();
        }
        buyers.tell(cycle.community(), moved.orders(), it -> told(it, to));
        var way = String.join(", ", moved.from()) + " → " + to.place().name();
        orders.forEach(order -> audit.record(leader.value(), "order.moved", order.value(), way));
        live.changed("cycle:" + cycle.id());
        live.changed(cycle.householdsTopic());
        return places.lastPointSteps(cycle.community(), moved.orders());
    }

    /** Those of these orders that went nowhere else since these steps, nor will until the transaction ends. */
    @Transactional
    public Set<OrderId> stillThere(MemberId leader, Code code, Map<OrderId, Long> steps) {
        var led = cycles.ledBy(leader, code);
        moves.lock(led.community(), led.id());
        var last = places.lastPointSteps(led.community(), steps.keySet());
        return steps.keySet().stream()
                .filter(order -> Objects.equals(last.get(order), steps.get(order)))
                .collect(Collectors.toSet());
    }

    /** An order may come back to where it was and leave again: each time is told. */
    private static Notification told(Bought order, CyclePoint to) {
        return Notification.of(
                "order:" + order.code() + ":moved:" + Ids.next(),
                "cycle.told.moved",
                order.page(),
                order.goods(),
                to.place().name(),
                to.from());
    }

    /**
     * A member has their own order go to another point, until the cut-off. Refuses with NotFound another's order, with
     * CannotOrder past the cut-off by the database's clock, else as for the leader.
     */
    @Transactional
    public void ownToPoint(MemberId buyer, Code code, Code order, UUID point) {
        var cycle = cycles.byCode(code);
        var card = book.card(buyer, order);
        if (!cycle.code().equals(card.source())) {
            throw new NotFound();
        }
        gate.toLeave(cycle);
        var to = CycleOrdering.pickup(cycle, point(cycle, point));
        places.toPoint(cycle.community(), List.of(card.id()), to, new OrderChange(buyer, "moved-by-buyer"));
        live.changed("cycle:" + cycle.id());
        live.changed(cycle.householdsTopic());
    }

    /** Which order goes to a door, and beside which other order of its household; null where only the door is put right. */
    public record Bagged(Code order, @Nullable Code beside, String cause) {}

    /**
     * What it was to put a door right.
     *
     * @param step by which the door became another; null where it was that already
     * @param lookedAt when by this everything about it was looked at; null where nothing was to be looked at
     */
    public record PutRight(@Nullable Long step, @Nullable Instant lookedAt) {

        /** Whether this change of the door came later. */
        private boolean isBefore(DoorChange last) {
            return step == null ? lookedAt == null || last.at().isAfter(lookedAt) : last.step() != step;
        }
    }

    /**
     * The leader puts right which door an order's bag is packed for; what was to be looked at is settled. Refuses with
     * NotFound orders of another cycle, with the order's own refusal what is collected or over.
     */
    @Transactional
    public PutRight toDoor(MemberId leader, Code code, Bagged bag, Door door) {
        return toDoor(leader, cycles.ledBy(leader, code), bag, Address.of(door, "by-hand"));
    }

    /** The same for a door that another order has already. */
    @Transactional
    public void toDoorOf(MemberId leader, Code code, Bagged bag, Address door) {
        toDoor(leader, cycles.ledBy(leader, code), bag, door);
    }

    /**
     * A door that was put right is what it was before, and what was looked at is to be looked at again; answers false where
     * somebody has put it right once more since. Refuses as {@link #toDoor} does.
     */
    @Transactional
    public boolean asBefore(MemberId leader, Code code, Bagged bag, PutRight done) {
        var cycle = cycles.ledBy(leader, code);
        var id = id(cycle, bag.order());
        var last = places.lastDoor(cycle.community(), id);
        if (last.filter(done::isBefore).isPresent()) {
            return false;
        }
        if (done.step() != null) {
            toDoor(leader, cycle, bag, last.orElseThrow(NotFound::new).was());
        }
        if (done.lookedAt() != null) {
            looks.lookAgain(cycle, id, done.lookedAt());
        }
        return true;
    }

    private PutRight toDoor(MemberId leader, CycleCard cycle, Bagged bag, Address door) {
        var id = id(cycle, bag.order());
        var beside = bag.beside() == null ? null : id(cycle, bag.beside());
        var looked = looks.settle(cycle, id, leader).orElse(null);
        if (!places.toDoor(cycle.community(), id, door, beside, new OrderChange(leader, bag.cause()))) {
            return new PutRight(null, looked);
        }
        audit.record(leader.value(), "order.door", bag.order().value(), bag.cause());
        live.changed("cycle:" + cycle.id());
        live.changed(cycle.householdsTopic());
        var step = places.lastDoor(cycle.community(), id).map(DoorChange::step);
        return new PutRight(step.orElseThrow(), looked);
    }

    private OrderId id(CycleCard cycle, Code order) {
        return book.idsIn(cycle.community(), cycle.id(), List.of(order)).getFirst();
    }

    private CyclePoint point(CycleCard cycle, UUID point) {
        return points.of(cycle).stream()
                .filter(it -> it.point().equals(point))
                .findFirst()
                .orElseThrow(() -> new Invalid("point", "cycle-point-missing"));
    }
}
