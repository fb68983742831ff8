package tuanju.chain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import tuanju.cycle.CycleCard;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.dues.TakenTogether.Noted;

/**
 * What transfers were used for, and what each use noted as taken: a transfer pays one order at a time, and what was undone
 * stays written down.
 */
@Component
@RequiredArgsConstructor
@NamedInterface("rooms")
public class TransferUses {

    private final JdbcClient jdbc;

    /** A transfer that pays a guest's order, with what is noted of that order for it. */
    public record NewUse(UUID transfer, UUID guest, Noted noted) {}

    /** Uses transfers for guests' orders; answers false where one of them is used already. */
    public boolean use(CycleCard cycle, List<NewUse> uses, boolean byHand) {
        return jdbc.sql("""
            insert into transfer_use
                (community_id, id, transfer_id, cycle_id, guest_id, taken_id, by_hand, used_by)
            select :community, uuidv7(), transfer, :cycle, guest, taken, :byHand, :by
            from unnest(:transfers::uuid[], :guests::uuid[], :taken::uuid[]) as new (transfer, guest, taken)
            on conflict (community_id, transfer_id) where undone_at is null do nothing
            """)
                        .param("community", cycle.community().value())
                        .param("cycle", cycle.id())
                        .param("transfers", uses.stream().map(NewUse::transfer).toArray(UUID[]::new))
                        .param("guests", uses.stream().map(NewUse::guest).toArray(UUID[]::new))
                        .param("taken", uses.stream().map(it -> it.noted().id()).toArray(UUID[]::new))
                        .param("byHand", byHand)
                        .param("by", cycle.leader().value())
                        .update()
                == uses.size();
    }

    /** Takes a use in this cycle back; answers what it had noted as taken, empty where the transfer is not used here. */
    public Optional<UUID> undo(CycleCard cycle, UUID transfer, MemberId by) {
        return jdbc.sql("""
            update transfer_use set undone_at = now(), undone_by = :by
            where community_id = :community and cycle_id = :cycle and transfer_id = :transfer and undone_at is null
            returning taken_id
            """)
                .param("by", by.value())
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("transfer", transfer)
                .query(UUID.class)
                .optional();
    }

    /** The same for all uses of transfers that came new with this text. */
    public List<UUID> undoAll(CycleCard cycle, UUID list, MemberId by) {
        return jdbc.sql("""
            update transfer_use u set undone_at = now(), undone_by = :by
            where u.community_id = :community and u.cycle_id = :cycle and u.undone_at is null and exists (
                select from transfer_line l
                where l.community_id = u.community_id and l.transfer_id = u.transfer_id
                    and l.list_id = :list and not l.is_known)
            returning u.taken_id
            """)
                .param("by", by.value())
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("list", list)
                .query((row, number) -> row.getObject("taken_id", UUID.class))
                .list();
    }

    /** Frees whatever pays this guest's order: somebody says that they have not paid after all. */
    void free(CycleCard cycle, UUID guest, MemberId by) {
        jdbc.sql("""
            update transfer_use set undone_at = now(), undone_by = :by
            where community_id = :community and cycle_id = :cycle and guest_id = :guest and undone_at is null
            """)
                .param("by", by.value())
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("guest", guest)
                .update();
    }

    /** The transfer that was all a guest had paid went on with them to their next order. */
    void carried(CycleCard cycle, UUID guest, Noted noted, Money amount) {
        jdbc.sql("""
            update transfer_use u set taken_id = :taken
            from transfer t
            where t.community_id = u.community_id and t.id = u.transfer_id and t.amount_fen = :fen
                and u.community_id = :community and u.cycle_id = :cycle and u.guest_id = :guest
                and u.undone_at is null
            """)
                .param("taken", noted.id())
                .param("fen", amount.fen())
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("guest", guest)
                .update();
    }
}
