package tuanju.cycle;

import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.live.LiveTopics;
import tuanju.member.MemberId;

/**
 * Moves cycles from one status to the next. The row is locked first, so that the clock, the leader and the members take
 * turns; the table itself refuses what does not follow and writes the history.
 */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
public class CycleMoves {

    private final JdbcClient jdbc;
    private final LiveTopics live;

    /** Who moves a cycle and why; the cause is a stable word. */
    public record Step(@Nullable MemberId actor, String cause) {

        public static Step byClock(String cause) {
            return new Step(null, cause);
        }
    }

    /** The cycle as it stands, locked until the transaction ends. */
    public CycleCard lock(CommunityId community, UUID cycle) {
        return jdbc.sql(OrderCycles.COLUMNS + " where community_id = :community and id = :cycle for update")
                .param("community", community.value())
                .param("cycle", cycle)
                .query(OrderCycles::card)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The same, if by the database's clock its next step is due; empty when somebody else has taken it. */
    public Optional<CycleCard> lockDue(CommunityId community, UUID cycle) {
        return jdbc.sql(OrderCycles.COLUMNS + " where community_id = :community and id = :cycle and " + CutOffs.DUE
                        + " for update")
                .param("community", community.value())
                .param("cycle", cycle)
                .query(OrderCycles::card)
                .optional();
    }

    /** Moves a locked cycle on. Refuses with CannotChangeCycle what does not follow. */
    public void move(CycleCard cycle, CycleStatus next, Step step) {
        if (!cycle.status().canBecome(next)) {
            throw CannotChangeCycle.from(cycle.status(), next);
        }
        jdbc.sql("update order_cycle set status = :next, decide_by = null, version = version + 1, " + stamp(next)
                        + " changed_by = :actor, change_cause = :cause where community_id = :community and id = :cycle")
                .param("next", next.name())
                .param("actor", step.actor() == null ? null : step.actor().value())
                .param("cause", step.cause())
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .update();
        changed(cycle);
    }

    /** Whoever looks at the cycle's page sees what changed. */
    public void changed(CycleCard cycle) {
        live.changed("cycle:" + cycle.id());
    }

    private static String stamp(CycleStatus next) {
        return switch (next) {
            case DRAFT, OPEN, BOXFILL -> "";
            case CLOSED -> "closed_at = now(),";
            case ORDERED -> "ordered_at = now(),";
            case ARRIVED -> "arrived_at = now(),";
            case HANDING_OVER -> "handing_over_at = now(),";
            case DONE -> "done_at = now(),";
            case LAPSED -> "lapsed_at = now(),";
        };
    }
}
