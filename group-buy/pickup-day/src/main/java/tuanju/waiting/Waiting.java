package tuanju.waiting;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePoints;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.ordering.WaitingOrders;
import tuanju.cycle.ordering.WaitingOrders.Room;
import tuanju.member.MemberId;

/** A member waits for a product that is sold out, or does not want to wait any more. */
@Component
@RequiredArgsConstructor
class Waiting {

    private static final int MOST = 99;

    private final OrderCycles cycles;
    private final CyclePoints points;
    private final WaitingOrders orders;
    private final WaitingWishes wishes;

    /**
     * Puts the member at the end of the line. Refuses with CannotWait (409) where there is enough to order, where they
     * wait already, or where the cycle is over; with Invalid an odd number of pieces, and a pickup point that is not the
     * cycle's or that nobody chose; with NotFound another cycle's product.
     *
     * @param point where they would collect; null where the cycle has only one point
     */
    @Transactional
    public UUID join(MemberId member, Code code, UUID product, int quantity, @Nullable UUID point) {
        if (quantity < 1 || quantity > MOST) {
            throw new Invalid("quantity", "waiting-quantity", MOST);
        }
        var cycle = cycles.visible(code, member);
        if (!mayWait(cycle.status())) {
            throw CannotWait.over();
        }
        var room = room(cycle, product);
        if (cycle.status() == CycleStatus.OPEN && isEnough(room, quantity)) {
            throw CannotWait.stillThere(room.product().title(), room.pieces());
        }
        var where = points.chosen(cycle, point).point();
        var wish = wishes.add(cycle, product, member, quantity, where)
                .orElseThrow(() -> CannotWait.already(room.product().title()));
        orders.waits(cycle, product, quantity);
        return wish;
    }

    /** Refuses with NotFound what is not theirs or not waiting. */
    @Transactional
    public void leave(MemberId member, Code code, UUID wish) {
        var cycle = cycles.byCode(code);
        var left = wishes.leave(cycle, wish, member).orElseThrow(NotFound::new);
        orders.leaves(cycle, left.product(), left.quantity());
    }

    /** Whether somebody can wait for what a cycle in this status sells. */
    static boolean mayWait(CycleStatus status) {
        return status == CycleStatus.OPEN || status.isOnItsWay() || status.isCollectable();
    }

    private static boolean isEnough(Room room, int quantity) {
        var left = room.product().left();
        return left == null || left >= quantity;
    }

    private Room room(CycleCard cycle, UUID product) {
        return orders.rooms(cycle).stream()
                .filter(it -> it.product().id().equals(product))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
