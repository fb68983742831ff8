package tuanju.chain;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.cycle.CycleCard;

/** Which pasted lists are copies of one growing list, and who stands on them: a cycle may have lists of several groups. */
@Component
@RequiredArgsConstructor
class ListChains {

    private final JdbcClient jdbc;

    private record Stands(UUID guest, UUID list) {}

    /** The chain that each guest stands on, by guest: without those a later list brought in, and those the leader keeps. */
    Map<UUID, UUID> of(CycleCard cycle, Instant pastedAt) {
        var earlier = earlier(cycle);
        var chains = new HashMap<UUID, UUID>();
        jdbc.sql("""
                        select distinct on (c.id) c.id, l.list_id
                        from chain_order c
                        join chain_line l on l.community_id = c.community_id and l.chain_order_id = c.id
                        join chain_list t on t.community_id = l.community_id and t.id = l.list_id
                        where c.community_id = :community and c.cycle_id = :cycle
                          and (c.order_id is not null and c.kept_at is null or c.gone_at < :pastedAt)
                          and t.pasted_at <= :pastedAt
                        order by c.id, t.pasted_at, l.line_number
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("pastedAt", OffsetDateTime.ofInstant(pastedAt, ZoneOffset.UTC))
                .query((row, number) ->
                        new Stands(row.getObject("id", UUID.class), row.getObject("list_id", UUID.class)))
                .list()
                .forEach(stands -> chains.put(stands.guest(), root(stands.list(), earlier)));
        return chains;
    }

    /** Notes that a list goes on with the list that brought one of these guests in; they stand on it, so none is merely kept. */
    void goesOn(CycleCard cycle, UUID list, List<UUID> guests) {
        if (!guests.isEmpty()) {
            jdbc.sql("""
                            update chain_list set continues = (
                                select l.list_id from chain_line l
                                where l.community_id = :community and l.chain_order_id in (:guests) and l.list_id <> :list
                                order by l.list_id limit 1)
                            where community_id = :community and id = :list and continues is null
                            """)
                    .param("community", cycle.community().value())
                    .param("guests", guests)
                    .param("list", list)
                    .update();
            jdbc.sql("update chain_order set kept_at = null where community_id = :community and id in (:guests)")
                    .param("community", cycle.community().value())
                    .param("guests", guests)
                    .update();
        }
    }

    /** The leader keeps these orders though they are gone from the list. */
    void keep(CycleCard cycle, List<UUID> guests) {
        if (!guests.isEmpty()) {
            jdbc.sql("""
                            update chain_order set kept_at = now()
                            where community_id = :community and cycle_id = :cycle and id in (:guests)
                            """)
                    .param("community", cycle.community().value())
                    .param("cycle", cycle.id())
                    .param("guests", guests)
                    .update();
        }
    }

    private Map<UUID, UUID> earlier(CycleCard cycle) {
        var earlier = new HashMap<UUID, UUID>();
        jdbc.sql("""
                        select id, continues from chain_list
                        where community_id = :community and cycle_id = :cycle and continues is not null
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query((java.sql.ResultSet row) -> {
                    earlier.put(row.getObject("id", UUID.class), row.getObject("continues", UUID.class));
                });
        return earlier;
    }

    /** A list that goes on with itself in a circle ends where it began. */
    private static UUID root(UUID list, Map<UUID, UUID> earlier) {
        var at = list;
        for (int steps = 0; steps < earlier.size(); steps++) {
            @Nullable UUID before = earlier.get(at);
            if (before == null) {
                return at;
            }
            at = before;
        }
        return at;
    }
}
