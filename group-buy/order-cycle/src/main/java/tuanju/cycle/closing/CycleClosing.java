package tuanju.cycle.closing;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.community.CommunityId;
import tuanju.cycle.CannotChangeCycle;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleMoves;
import tuanju.cycle.CycleMoves.Step;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.OpenEnds;
import tuanju.cycle.OpenEnds.OpenEnd;
import tuanju.cycle.TellingCycles;
import tuanju.cycle.planning.CycleDrafts;
import tuanju.member.MemberId;

/** A leader moves their cycle along: closes it early, ordered, arrived, handing over, done, or calls it off. */
@Component
@RequiredArgsConstructor
public class CycleClosing {

    private final CycleMoves moves;
    private final CycleDeciding deciding;
    private final CycleDrafts drafts;
    private final TellingCycles telling;
    private final AuditTrail audit;
    private final ObjectProvider<OpenEnds> ends;
    private final JdbcClient jdbc;

    /** Moves the leader's cycle to its next status. Refuses with CannotChangeCycle what does not follow. */
    @Transactional
    public void move(MemberId leader, CycleCard card, CycleStatus next) {
        move(leader, card, next, false);
    }

    /** The same; it ends with something open only when that is confirmed, and refuses with CycleNotOver (409) before. */
    @Transactional
    public void move(MemberId leader, CycleCard card, CycleStatus next, boolean isConfirmed) {
        var cycle = moves.lock(card.community(), card.id());
        if (next == CycleStatus.DONE && !isConfirmed && cycle.status().canBecome(next)) {
            mustBeOver(cycle);
        }
        switch (next) {
            case CLOSED -> closeNow(cycle);
            case OPEN -> drafts.open(leader, card);
            case LAPSED -> {
                if (cycle.status() == CycleStatus.DRAFT) {
                    drafts.discard(leader, card);
                    return;
                }
                deciding.lapse(cycle, new Step(leader, "called-off"));
                audit.record(leader.value(), "cycle.call-off", cycle.code().value(), cycle.title());
            }
            case ARRIVED -> {
                moves.move(cycle, next, new Step(leader, "by-leader"));
                telling.arrived(cycle);
            }
            case ORDERED, HANDING_OVER, DONE -> moves.move(cycle, next, new Step(leader, "by-leader"));
            case DRAFT, BOXFILL -> throw CannotChangeCycle.from(cycle.status(), next);
        }
    }

    /**
     * An operator closes a cycle that takes orders, as if its cut-off were now; its leader is told as ever. Answers false where
     * it takes none any more or waits for its leader, and changes nothing then. Joins the caller's transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean closeEarly(MemberId operator, CycleCard card) {
        var cycle = moves.lock(card.community(), card.id());
        if (!cycle.status().isTaking() || cycle.waitsForItsLeader()) {
            return false;
        }
        closeNow(cycle);
        audit.record(operator.value(), "cycle.close-early", cycle.code().value(), cycle.title());
        return true;
    }

    private void mustBeOver(CycleCard cycle) {
        var open = open(cycle);
        if (!open.isEmpty()) {
            throw new CycleNotOver(open);
        }
    }

    /** What is open at this cycle: bags, complaints, money; nothing where all is over. */
    public List<OpenEnd> open(CycleCard cycle) {
        return ends.orderedStream().flatMap(each -> each.of(cycle).stream()).toList();
    }

    /** The cut-off, or the end of boxfill, is now; what follows is decided as if the clock had brought it. */
    private void closeNow(CycleCard cycle) {
        if (!cycle.status().isTaking() || cycle.waitsForItsLeader()) {
            throw CannotChangeCycle.from(cycle.status(), CycleStatus.CLOSED);
        }
        endNow(cycle.community(), cycle.id());
        deciding.decide(moves.lock(cycle.community(), cycle.id()));
    }

    private void endNow(CommunityId community, UUID cycle) {
        jdbc.sql("""
                        update order_cycle set version = version + 1,
                            cut_off = case when status = 'OPEN' then greatest(opens + interval '1 millisecond', least(cut_off, now()))
                                else cut_off end,
                            boxfill_until = case when status = 'BOXFILL'
                                then greatest(cut_off + interval '1 millisecond', least(boxfill_until, now()))
                                else boxfill_until end
                        where community_id = :community and id = :cycle
                        """)
                .param("community", community.value())
                .param("cycle", cycle)
                .update();
    }
}
