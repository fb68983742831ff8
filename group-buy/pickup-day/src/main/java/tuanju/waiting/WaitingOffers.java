package tuanju.waiting;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tuanju.catalog.OverLimit;
import tuanju.command.Refusal;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.ordering.WaitingOrders;
import tuanju.notification.Notification;
import tuanju.order.Buyers;
import tuanju.order.OrderClosed;
import tuanju.order.OrderPaid;

/** Offers pieces that came free to those who wait, first come first served, each in a transaction of its own. */
@Slf4j
@Component
@RequiredArgsConstructor
class WaitingOffers {

    private final OrderCycles cycles;
    private final WaitingOrders orders;
    private final WaitingWishes wishes;
    private final Buyers buyers;
    private final TransactionTemplate transaction;

    /** Offers what there is in every cycle where somebody waits; one that fails holds up nobody and comes again. */
    void sweep() {
        for (var line : wishes.lines()) {
            try {
                look(cycles.byId(line.community(), line.cycle()));
            } catch (RuntimeException e) {
                log.warn("{} waits for the next sweep", line, e);
            }
        }
    }

    /** Nobody waits for a cycle that is over. */
    private void look(CycleCard cycle) {
        if (cycle.status() == CycleStatus.DONE || cycle.status() == CycleStatus.LAPSED) {
            transaction.executeWithoutResult(status -> {
                wishes.endAll(cycle);
                orders.nobodyWaits(cycle);
            });
        } else {
            offer(cycle);
        }
    }

    /** Offers what there is in one cycle, until nothing is left or nobody waits. */
    void offer(CycleCard cycle) {
        for (var room : orders.rooms(cycle)) {
            if (room.pieces() > 0) {
                offer(cycle, room.product().id());
            }
        }
    }

    private void offer(CycleCard cycle, UUID product) {
        boolean more = true;
        while (more) {
            more = tryOne(cycle, product);
        }
    }

    private boolean tryOne(CycleCard cycle, UUID product) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> offerOne(cycle, product)));
        } catch (OverLimit enough) {
            // they have as many as one person may have: the next one is asked
            transaction.executeWithoutResult(status -> passOver(cycle, product));
            return true;
        } catch (Refusal soldOut) {
            // the catalogue has none: the next sweep looks again
            log.info("Nobody is offered {} of cycle {}: {}", product, cycle.code(), soldOut.getType());
            return false;
        }
    }

    private void passOver(CycleCard cycle, UUID product) {
        wishes.first(cycle, product)
                .flatMap(it -> wishes.leave(cycle, it.id(), it.member()))
                .ifPresent(it -> orders.leaves(cycle, product, it.quantity()));
    }

    /** Answers whether somebody was offered something. */
    private boolean offerOne(CycleCard cycle, UUID product) {
        var first = wishes.first(cycle, product);
        if (first.isEmpty()) {
            return false;
        }
        var wish = first.get();
        var placed = orders.place(cycle, wish.member(), product, wish.quantity(), wish.pointIn(cycle));
        placed.ifPresent(order -> {
            wishes.offered(cycle, wish.id(), order.id());
            buyers.tell(
                    cycle.community(),
                    List.of(order.id()),
                    it -> Notification.of(
                            "waiting:" + wish.id(), "waiting.told.at", it.page(), it.goods(), it.pickup()));
        });
        return placed.isPresent();
    }

    @ApplicationModuleListener
    void on(OrderPaid event) {
        wishes.became(event.order().community(), event.order().order(), WaitingStatus.TAKEN);
    }

    @ApplicationModuleListener
    void on(OrderClosed event) {
        wishes.became(event.order().community(), event.order().order(), WaitingStatus.PASSED);
    }
}
