package tuanju.cycle.closing;

import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.cycle.CannotChangeCycle;
import tuanju.cycle.CutOffs;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleExtended;
import tuanju.cycle.CycleMoves;
import tuanju.cycle.CyclePoint;
import tuanju.cycle.CyclePoints;
import tuanju.cycle.OrderCycles;
import tuanju.member.MemberId;
import tuanju.order.PickupTime;
import tuanju.order.aftersale.CalledOff;

/**
 * A leader gives a cycle that is short of its minimum one day more, once. Pickup at a point moves along only where it
 * would otherwise begin before the new cut-off. Everyone may still leave without cost, as always before a cut-off.
 */
@Component
@RequiredArgsConstructor
public class CycleExtending {

    private final CycleMoves moves;
    private final CutOffs cutOffs;
    private final OrderCycles cycles;
    private final CyclePoints points;
    private final CalledOff orders;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    /** Refuses with CannotChangeCycle a cycle that is not short at its cut-off, or was extended before. */
    @Transactional
    public CycleCard extend(MemberId leader, CycleCard card) {
        var cycle = moves.lock(card.community(), card.id());
        if (cycle.turns().extended() != null) {
            throw CannotChangeCycle.extendedBefore();
        }
        if (!cycle.waitsForItsLeader()) {
            throw CannotChangeCycle.needsNoExtension();
        }
        points.postpone(cycle).forEach(it -> reschedule(cycle, it));
        postpone(leader, cycle);
        var later = cycles.byCode(cycle.code());
        cutOffs.schedule(later);
        audit.record(leader.value(), "cycle.extend", cycle.code().value(), cycle.title());
        events.publishEvent(new CycleExtended(
                cycle.community(),
                cycle.id(),
                later.cutOff(),
                Objects.requireNonNull(later.turns().extended())));
        moves.changed(cycle);
        return later;
    }

    private void reschedule(CycleCard cycle, CyclePoint point) {
        orders.reschedule(cycle.community(), cycle.id(), point.point(), new PickupTime(point.from(), point.until()));
    }

    private void postpone(MemberId leader, CycleCard cycle) {
        jdbc.sql("""
                        update order_cycle set version = version + 1, decide_by = null, extended_at = now(),
                            cut_off = later.cut_off,
                            boxfill_until = boxfill_until + (later.cut_off - order_cycle.cut_off),
                            pickup_from = later.pickup_from, pickup_until = later.pickup_until,
                            changed_by = :leader, change_cause = 'extended'
                        from (select c.cut_off + interval '1 day' as cut_off,
                                min(p.pickup_from) as pickup_from, max(p.pickup_until) as pickup_until
                            from order_cycle c
                            join cycle_point p on p.community_id = c.community_id and p.cycle_id = c.id
                            where c.community_id = :community and c.id = :cycle group by c.cut_off) later
                        where community_id = :community and id = :cycle
                        """)
                .param("leader", leader.value())
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .update();
    }
}
