package tuanju.cycle.ordering;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.cycle.CannotOrder;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePoints;
import tuanju.cycle.CycleProduct;
import tuanju.cycle.CycleProducts;
import tuanju.cycle.CycleProducts.Wanted;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.OrderCycles;
import tuanju.live.LiveTopics;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.order.Recipient;
import tuanju.order.life.Orders;
import tuanju.order.life.PlacedOrder;

/**
 * Orders for people who waited for a product that was sold out: pieces that came free before the cut-off, and pieces
 * that a leader opens after it. Those who order them have two hours to pay, but never past the cut-off.
 */
@Component
@RequiredArgsConstructor
public class WaitingOrders {

    private static final Duration PAYABLE = Duration.ofHours(2);

    private final OrderCycles cycles;
    private final CycleProducts products;
    private final CyclePoints points;
    private final LatePieces late;
    private final CycleOrdering ordering;
    private final Orders orders;
    private final Members members;
    private final AuditTrail audit;
    private final LiveTopics live;
    private final JdbcClient jdbc;

    /** What of a product can be had by those who wait: opened and taken are about after the cut-off. */
    public record Room(CycleProduct product, int pieces, int opened, int taken) {}

    /** What those who wait can have of each product, in the leader's order; before the cut-off only limited ones. */
    @Transactional(readOnly = true)
    public List<Room> rooms(CycleCard cycle) {
        var opened = late.of(cycle);
        return products.of(cycle).stream()
                .map(product -> room(cycle, product, opened.getOrDefault(product.id(), LatePieces.Late.NONE)))
                .toList();
    }

    /** Somebody stands in line for so many pieces: before the cut-off what comes free is theirs first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void waits(CycleCard cycle, UUID product, int pieces) {
        products.waits(cycle.community(), product, pieces);
        live.changed("cycle:" + cycle.id());
    }

    /** Whoever stood in line for so many pieces does not any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void leaves(CycleCard cycle, UUID product, int pieces) {
        products.waits(cycle.community(), product, -pieces);
        live.changed("cycle:" + cycle.id());
    }

    /** Nobody stands in a line of this cycle any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void nobodyWaits(CycleCard cycle) {
        products.nobodyWaits(cycle);
    }

    /** Opens so many pieces in all after the cut-off. Refuses with CannotOrder before it, with Invalid fewer than are taken. */
    @Transactional
    public void open(MemberId leader, Code code, UUID product, int pieces) {
        var cycle = cycles.ledBy(leader, code);
        if (payable(cycle).filter(it -> isAfterCutOff(cycle)).isEmpty()) {
            throw CannotOrder.notOpenToLateComers();
        }
        late.open(cycle, product, pieces);
        audit.record(leader.value(), "cycle.late-pieces", code.value(), product + " " + pieces);
        live.changed("cycle:" + cycle.id());
    }

    /**
     * Places an order for the first in line, who waited for so many pieces: of these or what there is, collected at this
     * point. Empty where nothing is left or the time is over.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<PlacedOrder> place(CycleCard cycle, MemberId member, UUID productId, int waited, UUID point) {
        var payable = payable(cycle);
        var room = rooms(cycle).stream()
                .filter(it -> it.product().id().equals(productId))
                .findFirst()
                .orElseThrow(() -> new Invalid("product", "cycle-quantity", waited));
        int pieces = Math.min(waited, room.pieces());
        if (payable.isEmpty() || pieces < 1) {
            return Optional.empty();
        }
        var wanted = new Wanted(room.product(), pieces, 0);
        var door = Recipient.door(members.contact(member).household());
        // a point that is no longer offered has become the main one
        boolean isOffered = points.of(cycle).stream().anyMatch(it -> it.point().equals(point));
        var at = isOffered ? point : cycle.mainPoint().point();
        var wish = new CycleOrdering.Wish(Map.of(productId, pieces), Map.of(), door, "", at);
        var placed = orders.place(
                ordering.newOrder(cycle, member, wish, List.of(wanted))
                        .less(cycle.terms().discounts()),
                payable.get());
        take(cycle, placed, wanted, waited);
        live.changed("cycle:" + cycle.id());
        return Optional.of(placed);
    }

    private void take(CycleCard cycle, PlacedOrder placed, Wanted wanted, int waited) {
        var order = placed.id().value();
        var product = wanted.product();
        if (!isAfterCutOff(cycle)) {
            products.takeInTurn(cycle, order, wanted, waited);
            return;
        }
        if (!late.take(cycle, order, product.id(), wanted.quantity())) {
            throw CannotOrder.tooFewLeft(product.title());
        }
        products.waits(cycle.community(), product.id(), -waited);
    }

    private static boolean isAfterCutOff(CycleCard cycle) {
        return cycle.status() != CycleStatus.OPEN;
    }

    /** How long an order placed now may be paid by the database's clock; the cycle is held so that it stays as it is. */
    private Optional<Duration> payable(CycleCard cycle) {
        return jdbc.sql("""
                        select case when status = 'OPEN' then least(:longest, extract(epoch from cut_off - now()))
                            else :longest end as seconds
                        from order_cycle
                        where community_id = :community and id = :cycle and status = :status
                            and (status in ('CLOSED', 'ORDERED', 'ARRIVED', 'HANDING_OVER')
                                or status = 'OPEN' and opens <= now() and cut_off > now() + interval '5 minutes')
                        for share
                        """)
                .param("longest", (double) PAYABLE.toSeconds())
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("status", cycle.status().name())
                .query(Double.class)
                .optional()
                .map(seconds -> Duration.ofSeconds(seconds.longValue()));
    }

    private static Room room(CycleCard cycle, CycleProduct product, LatePieces.Late late) {
        if (isAfterCutOff(cycle)) {
            return new Room(product, late.left(), late.opened(), late.taken());
        }
        var free = product.free();
        return new Room(product, free == null ? 0 : free, 0, 0);
    }
}
