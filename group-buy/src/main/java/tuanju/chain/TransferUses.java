package tuanju.chain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.cycle.CycleCard;
import tuanju.database.Ids;
import tuanju.member.MemberId;

/** What transfers were used for: each pays one order at a time, and what was undone stays written down. */
@Component
@RequiredArgsConstructor
class TransferUses {

    private final JdbcClient jdbc;

    /** Uses a transfer for a guest's order; answers false where it is used already. */
    boolean use(CycleCard cycle, UUID transfer, UUID guest, boolean byHand) {
        return jdbc.sql("""
                                insert into transfer_use (community_id, id, transfer_id, cycle_id, guest_id, by_hand, used_by)
                                values (:community, :id, :transfer, :cycle, :guest, :byHand, :by)
                                on conflict (community_id, transfer_id) where undone_at is null do nothing
                                """)
                        .param("community", cycle.community().value())
                        .param("id", Ids.next())
                        .param("transfer", transfer)
                        .param("cycle", cycle.id())
                        .param("guest", guest)
                        .param("byHand", byHand)
                        .param("by", cycle.leader().value())
                        .update()
                == 1;
    }

    /** Takes a use in this cycle back; answers whose order it was, empty where the transfer is not used here. */
    Optional<UUID> undo(CycleCard cycle, UUID transfer, MemberId by) {
        return jdbc.sql("""
                        update transfer_use set undone_at = now(), undone_by = :by
                        where community_id = :community and cycle_id = :cycle and transfer_id = :transfer and undone_at is null
                        returning guest_id
                        """)
                .param("by", by.value())
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("transfer", transfer)
                .query(UUID.class)
                .optional();
    }

    /** The transfers of a text that are used in its cycle. */
    List<UUID> usedOf(CycleCard cycle, UUID list) {
        return jdbc.sql("""
                        select distinct u.transfer_id from transfer_use u
                        join transfer_line l on l.community_id = u.community_id and l.transfer_id = u.transfer_id
                        where u.community_id = :community and u.cycle_id = :cycle and u.undone_at is null
                          and l.list_id = :list and not l.is_known
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("list", list)
                .query((row, number) -> row.getObject("transfer_id", UUID.class))
                .list();
    }
}
