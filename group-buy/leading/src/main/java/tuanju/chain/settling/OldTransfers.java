package tuanju.chain.settling;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.chain.ChainSettings;
import tuanju.chain.Forgetting;
import tuanju.cycle.CycleCard;

/**
 * Forgets who sent what, some time after the pickup of the cycle it was pasted for. What paid an order stays with its amount,
 * its time and the fingerprint by which it is known again, so that it never pays twice; all other lines go.
 */
@Component
@RequiredArgsConstructor
class OldTransfers {

    private final TransferRows rows;
    private final ChainSettings settings;
    private final Forgetting forgetting;

    /** Answers for how many cycles. */
    int forget() {
        return forgetting.after(
                settings.transfersFor(),
                "select distinct community_id, cycle_id from transfer_list where forgotten_at is null",
                this::forget);
    }

    private void forget(CycleCard cycle) {
        // whoever pastes at this moment would find again what is just going
        rows.hold(cycle.leader());
        forgetting.ofCycle(
                cycle,
                "update transfer_list set forgotten_at = now()"
                        + " where community_id = :community and cycle_id = :cycle and forgotten_at is null");
        forgetting.ofCycle(cycle, """
            delete from transfer_line l using transfer_list t
            where t.community_id = :community and t.cycle_id = :cycle
                and l.community_id = t.community_id and l.list_id = t.id
                and not exists (select from transfer_use u
                    where u.community_id = l.community_id and u.transfer_id = l.transfer_id
                        and u.cycle_id = :cycle and u.undone_at is null)
            """);
        forgetting.ofCycle(cycle, """
            update transfer_line l set written = '' from transfer_list t
            where t.community_id = :community and t.cycle_id = :cycle
                and l.community_id = t.community_id and l.list_id = t.id
            """);
        names(cycle);
    }

    /** A name lives as long as one text that says it. */
    private void names(CycleCard cycle) {
        forgetting.ofLeader(cycle, """
            update transfer t set payer = '', note = ''
            where t.community_id = :community and t.leader_id = :leader and (t.payer <> '' or t.note <> '')
                and not exists (
                    select from transfer_line l
                    join transfer_list p on p.community_id = l.community_id and p.id = l.list_id
                    where l.community_id = t.community_id and l.transfer_id = t.id and p.forgotten_at is null)
            """);
        forgetting.ofLeader(cycle, """
            delete from transfer t
            where t.community_id = :community and t.leader_id = :leader and t.payer = ''
                and not exists (select from transfer_line l
                    where l.community_id = t.community_id and l.transfer_id = t.id)
                and not exists (select from transfer_use u
                    where u.community_id = t.community_id and u.transfer_id = t.id)
            """);
    }
}
