package tuanju.cycle.editing;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.cycle.CutOffs;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleMoves;
import tuanju.cycle.CyclePoint;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.OrderCycles;
import tuanju.member.MemberId;
import tuanju.order.OrderChange;
import tuanju.order.PickupTime;
import tuanju.order.aftersale.CalledOff;
import tuanju.order.book.OrderBook;
import tuanju.order.fulfilment.OrderPlaces;

/**
 * A leader changes a cycle that is open. A lower price is everybody's, a higher one that of later orders; who disagrees with
 * another time or place leaves as ever before the cut-off. Whom it touches is told, once.
 */
@Component
@RequiredArgsConstructor
class CycleEditing {

    private final CycleMoves moves;
    private final OrderCycles cycles;
    private final EditReading reading;
    private final EditRows rows;
    private final CheaperGoods cheaper;
    private final CutOffs cutOffs;
    private final OrderBook book;
    private final OrderPlaces places;
    private final CalledOff orders;
    private final TellingEdits telling;
    private final AuditTrail audit;
    private final Clock clock;

    /** What it would be; refuses as {@link #save} does, but what was looked at. */
    @Transactional(readOnly = true)
    public Preview look(CycleCard cycle, EditWish wish) {
        return preview(cycle, wish);
    }

    /** The cycle as it is sold now. */
    @Transactional(readOnly = true)
    public Edition now(CycleCard cycle) {
        return reading.now(cycle);
    }

    /**
     * Makes it what was looked at. Refuses with Invalid what no cycle can be and a cut-off that is past; with CannotEdit (409) a
     * cycle that is not open, an edition that another device has changed, what has changed since the look, and what orders
     * stand against.
     */
    @Transactional
    public Preview save(MemberId leader, CycleCard card, EditWish wish) {
        var cycle = moves.lock(card.community(), card.id());
        if (!rows.isOpen(cycle)) {
            throw CannotEdit.notOpen();
        }
        var before = reading.now(cycle);
        var preview = preview(cycle, wish);
        if (!preview.token().equals(wish.seen())) {
            throw CannotEdit.lookAgain();
        }
        if (!preview.isNothing()) {
            apply(leader, before, preview);
        }
        return preview;
    }

    private void apply(MemberId leader, Edition before, Preview preview) {
        var wanted = preview.wanted();
        var cycle = wanted.cycle();
        rows.say(cycle, leader, preview.changes());
        // orders before goods: whoever leaves takes these locks in that order
        move(leader, before, preview);
        rows.write(before, wanted);
        wanted.goods().forEach(it -> {
            var lower = it.lowered();
            if (lower != null) {
                cheaper.lowered(cycle, it.id(), lower);
            }
        });
        cheaper.bringAll(cycle);
        var now = cycles.byId(cycle.community(), cycle.id());
        if (!now.cutOff().equals(cycle.cutOff())) {
            cutOffs.reschedule(now);
        }
        telling.tell(now, preview);
        audit.record(leader.value(), "cycle.edit", cycle.code().value(), said(preview));
        moves.changed(cycle);
    }

    private void move(MemberId leader, Edition before, Preview preview) {
        var wanted = preview.wanted();
        var cycle = wanted.cycle();
        var now = Edition.byId(wanted.points());
        for (var point : before.points()) {
            var there = now.get(point.point());
            if (there == null) {
                elsewhere(leader, preview, point.point(), wanted.points().getFirst());
            } else if (!there.equals(point)) {
                var time = new PickupTime(there.from(), there.until());
                orders.reschedule(cycle.community(), cycle.id(), point.point(), time);
            }
        }
    }

    private void elsewhere(MemberId leader, Preview preview, UUID from, CyclePoint to) {
        var there = preview.orders().stream()
                .map(Preview.Touched::sheet)
                .filter(it -> it.pickupPoint().equals(from))
                .map(it -> it.id())
                .toList();
        var cycle = preview.wanted().cycle();
        places.toPoint(cycle.community(), there, to.pickup(cycle.leader()), new OrderChange(leader, "moved-by-leader"));
    }

    private static String said(Preview preview) {
        var whats = preview.changes().stream()
                .map(it -> it.what().name())
                .distinct()
                .toList();
        return String.join(", ", whats);
    }

    private Preview preview(CycleCard cycle, EditWish wish) {
        if (cycle.status() != CycleStatus.OPEN || cycle.waitsForItsLeader()) {
            throw CannotEdit.notOpen();
        }
        if (wish.edition() != cycle.turns().edition()) {
            throw CannotEdit.anotherWasFaster();
        }
        var before = reading.now(cycle);
        var wanted = reading.wanted(before, wish);
        mustComeInTime(before, wanted);
        var orders = Preview.living(book.standingOf(cycle.community(), cycle.id()));
        EditLimits.check(before, wanted, orders);
        var preview = Preview.of(before, wanted, orders);
        boolean isTooLate = wanted.cutOff().isBefore(clock.instant().plus(Duration.ofHours(Edition.HOURS_TO_LEAVE)));
        if (preview.moving() > 0 && isTooLate) {
            throw CannotEdit.tooLateToMove();
        }
        return preview;
    }

    private void mustComeInTime(Edition before, Edition wanted) {
        if (!before.cutOff().isAfter(clock.instant())) {
            throw CannotEdit.notOpen();
        }
        if (!wanted.cutOff().isAfter(clock.instant())) {
            throw new Invalid("cutOff", "cycle-cut-off-past");
        }
    }
}
