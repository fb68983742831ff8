package tuanju.cycle;

import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.member.MemberId;
import tuanju.order.CalledOff;
import tuanju.order.PickupTime;

/**
 * A leader gives a cycle that is short of its minimum one day more, once. Pickup moves along only where it would
 * otherwise begin before the new cut-off. Everyone may still leave without cost, as always before a cut-off.
 */
@Component
@RequiredArgsConstructor
class CycleExtending {

    private final CycleMoves moves;
    private final CutOffs cutOffs;
    private final OrderCycles cycles;
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
        postpone(leader, cycle);
        var later = cycles.byCode(cycle.code());
        if (!later.pickupFrom().equals(cycle.pickupFrom())) {
            orders.reschedule(cycle.community(), cycle.id(), new PickupTime(later.pickupFrom(), later.pickupUntil()));
        }
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

    private void postpone(MemberId leader, CycleCard cycle) {
        jdbc.sql("""
                        update order_cycle set version = version + 1, decide_by = null, extended_at = now(),
                            cut_off = later.cut_off,
                            boxfill_until = boxfill_until + (later.cut_off - order_cycle.cut_off),
                            pickup_from = pickup_from + later.days, pickup_until = pickup_until + later.days,
                            changed_by = :leader, change_cause = 'extended'
                        from (select cut_off + interval '1 day' as cut_off,
                                case when pickup_from < coalesce(boxfill_until, cut_off) + interval '1 day'
                                    then interval '1 day' else interval '0' end as days
                            from order_cycle where community_id = :community and id = :cycle) later
                        where community_id = :community and id = :cycle
                        """)
                .param("leader", leader.value())
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .update();
    }
}
