package tuanju.chain;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.cycle.CycleCard;

/**
 * Forgets what pasted chain lists said, some time after the pickup of their cycle: the texts, their lines, and everybody who
 * has no order of them. The name of whoever has one stays with that order, as what was traded does.
 */
@Component
@RequiredArgsConstructor
class OldChainLists {

    private final ChainSettings settings;
    private final Forgetting forgetting;

    /** Answers for how many cycles. */
    int forget() {
        return forgetting.after(
                settings.listsFor(),
                "select distinct community_id, cycle_id from chain_list where forgotten_at is null",
                this::forget);
    }

    private void forget(CycleCard cycle) {
        forgetting.ofCycle(cycle, """
                update chain_list set written = '', self_name = '', forgotten_at = now()
                where community_id = :community and cycle_id = :cycle and forgotten_at is null
                """);
        forgetting.ofCycle(cycle, """
                delete from chain_fix f using chain_list t
                where t.community_id = :community and t.cycle_id = :cycle
                    and f.community_id = t.community_id and f.list_id = t.id
                """);
        forgetting.ofCycle(cycle, """
                update chain_line l set line = '' from chain_list t
                where t.community_id = :community and t.cycle_id = :cycle
                    and l.community_id = t.community_id and l.list_id = t.id
                """);
        forgetting.ofCycle(
                cycle, "update chain_order set phone = '' where community_id = :community and cycle_id = :cycle");
        forgetting.ofCycle(cycle, """
                update chain_order set name = '', lane = '', building = '', unit = '', room = ''
                where community_id = :community and cycle_id = :cycle and order_id is null
                """);
    }
}
