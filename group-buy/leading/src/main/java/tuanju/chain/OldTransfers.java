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
 * Forgets who sent what, some time after the pickup of the cycle it was pasted for. What paid an order stays with its amount,
 * its time and the fingerprint by which it is known again, so that it never pays twice; all other lines go.
 */
@Component
@RequiredArgsConstructor
class OldTransfers {

    private final OrderCycles cycles;
    private final TransferRows rows;
    private final ChainSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final JdbcClient jdbc;

    private record Pasted(CommunityId community, UUID cycle) {}

    /** Each cycle in a transaction of its own; answers of how many. */
    int forget() {
        var before = clock.instant().minus(settings.transfersFor());
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
        return jdbc.sql("select distinct community_id, cycle_id from transfer_list where forgotten_at is null")
                .query((row, number) -> new Pasted(
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        row.getObject("cycle_id", UUID.class)))
                .list();
    }

    private void forget(CycleCard cycle) {
        // whoever pastes at this moment would find again what is just going
        rows.hold(cycle.leader());
        ofCycle(
                cycle,
                "update transfer_list set forgotten_at = now()"
                        + " where community_id = :community and cycle_id = :cycle and forgotten_at is null");
        ofCycle(cycle, """
                delete from transfer_line l using transfer_list t
                where t.community_id = :community and t.cycle_id = :cycle
                    and l.community_id = t.community_id and l.list_id = t.id
                    and not exists (select from transfer_use u
                        where u.community_id = l.community_id and u.transfer_id = l.transfer_id
                            and u.cycle_id = :cycle and u.undone_at is null)
                """);
        ofCycle(cycle, """
                update transfer_line l set written = '' from transfer_list t
                where t.community_id = :community and t.cycle_id = :cycle
                    and l.community_id = t.community_id and l.list_id = t.id
                """);
        names(cycle);
    }

    /** A name lives as long as one text that says it. */
    private void names(CycleCard cycle) {
        ofLeader(cycle, """
                update transfer t set payer = '', note = ''
                where t.community_id = :community and t.leader_id = :leader and (t.payer <> '' or t.note <> '')
                    and not exists (
                        select from transfer_line l
                        join transfer_list p on p.community_id = l.community_id and p.id = l.list_id
                        where l.community_id = t.community_id and l.transfer_id = t.id and p.forgotten_at is null)
                """);
        ofLeader(cycle, """
                delete from transfer t
                where t.community_id = :community and t.leader_id = :leader and t.payer = ''
                    and not exists (select from transfer_line l
                        where l.community_id = t.community_id and l.transfer_id = t.id)
                    and not exists (select from transfer_use u
                        where u.community_id = t.community_id and u.transfer_id = t.id)
                """);
    }

    private void ofCycle(CycleCard cycle, String forgetting) {
        jdbc.sql(forgetting)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .update();
    }

    private void ofLeader(CycleCard cycle, String forgetting) {
        jdbc.sql(forgetting)
                .param("community", cycle.community().value())
                .param("leader", cycle.leader().value())
                .update();
    }
}
