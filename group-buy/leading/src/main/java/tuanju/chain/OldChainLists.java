package tuanju.chain;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tuanju.community.CommunityId;
import tuanju.cycle.CycleCard;
import tuanju.cycle.OrderCycles;

/**
 * Forgets what pasted chain lists said, some time after the pickup of their cycle: the texts, their lines, and everybody who
 * has no order of them. The name of whoever has one stays with that order, as what was traded does.
 */
@Component
@RequiredArgsConstructor
class OldChainLists {

    private final OrderCycles cycles;
    private final ChainSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final JdbcClient jdbc;

    private record Pasted(CommunityId community, UUID cycle) {}

    /** Each cycle in a transaction of its own; answers of how many. */
    int forget() {
        var before = clock.instant().minus(settings.listsFor());
        var over = remembered().stream()
                .collect(Collectors.groupingBy(
                        Pasted::community, Collectors.mapping(Pasted::cycle, Collectors.toList())))
                .entrySet()
                .stream()
                .flatMap(it -> cycles.byIds(it.getKey(), it.getValue()).values().stream())
                .filter(cycle -> cycle.pickupUntil().isBefore(before))
                .toList();
        over.forEach(cycle -> transaction.executeWithoutResult(status -> forget(cycle)));
        return over.size();
    }

    private List<Pasted> remembered() {
        return jdbc.sql("select distinct community_id, cycle_id from chain_list where forgotten_at is null")
                .query((row, number) -> new Pasted(
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        row.getObject("cycle_id", UUID.class)))
                .list();
    }

    private void forget(CycleCard cycle) {
        ofCycle(cycle, """
                update chain_list set written = '', self_name = '', forgotten_at = now()
                where community_id = :community and cycle_id = :cycle and forgotten_at is null
                """);
        ofCycle(cycle, """
                delete from chain_fix f using chain_list t
                where t.community_id = :community and t.cycle_id = :cycle
                    and f.community_id = t.community_id and f.list_id = t.id
                """);
        ofCycle(cycle, """
                update chain_line l set line = '' from chain_list t
                where t.community_id = :community and t.cycle_id = :cycle
                    and l.community_id = t.community_id and l.list_id = t.id
                """);
        ofCycle(cycle, "update chain_order set phone = '' where community_id = :community and cycle_id = :cycle");
        ofCycle(cycle, """
                update chain_order set name = '', lane = '', building = '', unit = '', room = ''
                where community_id = :community and cycle_id = :cycle and order_id is null
                """);
    }

    private void ofCycle(CycleCard cycle, String forgetting) {
        jdbc.sql(forgetting)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .update();
    }
}
