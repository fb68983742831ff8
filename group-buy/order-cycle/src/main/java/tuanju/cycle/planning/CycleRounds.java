package tuanju.cycle.planning;

import java.time.Clock;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.OrderCycles;
import tuanju.member.MemberId;

/** The rounds of a cycle that comes again: each knows the one before it. */
@Component
@RequiredArgsConstructor
public class CycleRounds {

    /** From any round to all that came after it. */
    private static final String LATER = """
            with recursive later as (
                select community_id, id, opens, change_cause from order_cycle where community_id = :community and id = :cycle
                union
                select c.community_id, c.id, c.opens, c.change_cause from order_cycle c
                join later l on c.community_id = l.community_id and c.previous_id = l.id)
            """;

    private static final String EARLIER = """
            with recursive earlier as (
                select community_id, id, previous_id from order_cycle where community_id = :community and id = :cycle
                union
                select c.community_id, c.id, c.previous_id from order_cycle c
                join earlier e on c.community_id = e.community_id and c.id = e.previous_id)
            select id from earlier where previous_id is null
            """;

    private final CycleOpening opening;
    private final CycleViews views;
    private final Communities communities;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** The cycle with this id; refuses with NotFound. */
    public CycleCard byId(CommunityId community, UUID cycle) {
        return jdbc.sql(OrderCycles.COLUMNS + "where community_id = :community and id = :cycle")
                .param("community", community.value())
                .param("cycle", cycle)
                .query(OrderCycles::card)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The round a cycle's rounds began with. */
    public UUID first(CycleCard cycle) {
        return jdbc.sql(EARLIER)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query(UUID.class)
                .optional()
                .orElse(cycle.id());
    }

    /** The round that opened last or is to, of this one and those after it; no draft that was thrown away. Refuses with NotFound. */
    public CycleCard latest(CommunityId community, UUID first) {
        var latest = jdbc.sql(LATER + """
                        select id from later where change_cause <> 'discarded' or id = :cycle order by opens desc, id desc limit 1
                        """)
                .param("community", community.value())
                .param("cycle", first)
                .query(UUID.class)
                .optional()
                .orElseThrow(NotFound::new);
        return byId(community, latest);
    }

    /** Opens the next round of a cycle at once, on the same weekdays and hours. Refuses as opening any cycle does. */
    @Transactional
    public CycleCard again(MemberId leader, CycleCard cycle) {
        return opening.open(leader, cycle.community(), next(cycle), cycle);
    }

    /** Writes the next round of a cycle as a draft, which its leader changes, opens or throws away. */
    @Transactional
    public CycleCard draft(MemberId leader, CycleCard cycle) {
        return opening.draft(leader, cycle.community(), next(cycle), cycle);
    }

    private CyclePlan next(CycleCard cycle) {
        var zone = communities.get(cycle.community()).zone();
        return NextRound.of(views.asPlanned(cycle), zone, clock.instant());
    }
}
