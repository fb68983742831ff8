package tuanju.pickup.printing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.cycle.CycleCard;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.outbox.StoredJson;
import tuanju.pickup.ListKind;
import tuanju.pickup.Standing;
import tuanju.pickup.printing.ListPrint.Form;

/** Remembers which lists left the house and what they said; a standing that many prints share is kept once. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class ListPrints {

    private final JdbcClient jdbc;
    private final StoredJson stored;

    /** Which list, in which form, made by whom. */
    record Made(ListKind kind, Form form, MemberId by) {}

    @Transactional
    public void remember(CycleCard cycle, Made made, Standing standing) {
        jdbc.sql("""
                        with said as (
                            insert into list_version (community_id, cycle_id, fingerprint, standing)
                            values (:community, :cycle, :fingerprint, cast(:standing as jsonb))
                            on conflict do nothing)
                        insert into list_print (community_id, id, cycle_id, kind, form, fingerprint, printed_by)
                        values (:community, :id, :cycle, :kind, :form, :fingerprint, :by)
                        """)
                .param("community", cycle.community().value())
                .param("id", Ids.next())
                .param("cycle", cycle.id())
                .param("kind", made.kind().name())
                .param("form", made.form().name())
                .param("fingerprint", standing.fingerprint())
                .param("standing", stored.write(standing))
                .param("by", made.by().value())
                .update();
    }

    /** The last print of each kind, the newest first. */
    public List<ListPrint> latest(CycleCard cycle) {
        return jdbc.sql("""
                        select * from (
                            select distinct on (kind) id, kind, form, fingerprint, printed_at, printed_by
                            from list_print where community_id = :community and cycle_id = :cycle
                            order by kind, printed_at desc, id desc) last
                        order by printed_at desc, id desc
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query(ListPrints::print)
                .list();
    }

    /** What a list said, by its fingerprint. */
    public Optional<Standing> standing(CycleCard cycle, String fingerprint) {
        return jdbc.sql("""
                        select standing from list_version
                        where community_id = :community and cycle_id = :cycle and fingerprint = :fingerprint
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("fingerprint", fingerprint)
                .query(String.class)
                .optional()
                .map(text -> stored.read(text, Standing.class));
    }

    private static ListPrint print(ResultSet row, int number) throws SQLException {
        return new ListPrint(
                row.getObject("id", UUID.class),
                ListKind.valueOf(row.getString("kind")),
                Form.valueOf(row.getString("form")),
                row.getString("fingerprint"),
                row.getObject("printed_at", OffsetDateTime.class).toInstant(),
                new MemberId(row.getObject("printed_by", UUID.class)));
    }
}
