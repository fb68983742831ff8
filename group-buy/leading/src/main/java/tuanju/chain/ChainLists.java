package tuanju.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.command.Fingerprint;
import tuanju.cycle.CycleCard;
import tuanju.database.Ids;
import tuanju.member.MemberId;

/** The tables of pasted chain lists: each text as it came, and lines put right beside it. */
@Component
@RequiredArgsConstructor
class ChainLists {

    private final JdbcClient jdbc;

    /**
     * A kept text.
     *
     * @param self who 我 is where nobody else is speaking
     * @param point where orders are collected that name no point; null for the cycle's main point
     * @param takenAt null while it is only looked at
     * @param forgotten since when it says nothing of anybody; null while it does
     */
    record Kept(
            UUID id,
            String text,
            String self,
            @Nullable UUID point,
            Instant pastedAt,
            @Nullable Instant takenAt,
            @Nullable Instant forgotten) {

        ChainPaste paste() {
            return new ChainPaste(text, self, point);
        }
    }

    /** Keeps a text; the same text for the same cycle is kept once. */
    UUID keep(CycleCard cycle, MemberId leader, ChainPaste paste) {
        return jdbc.sql("""
                        insert into chain_list (community_id, id, cycle_id, leader_id, self_name, point_id, written, written_sha256)
                        values (:community, :id, :cycle, :leader, :self, cast(:point as uuid), :text, :sha)
                        on conflict (community_id, cycle_id, written_sha256)
                            do update set self_name = excluded.self_name, point_id = excluded.point_id, pasted_at = now(),
                                written = excluded.written, forgotten_at = null
                        returning id
                        """)
                .param("community", cycle.community().value())
                .param("id", Ids.next())
                .param("cycle", cycle.id())
                .param("leader", leader.value())
                .param("self", paste.self())
                .param("point", paste.point())
                .param("text", paste.text())
                .param("sha", Fingerprint.of(paste.bytes()))
                .query(UUID.class)
                .single();
    }

    Optional<Kept> find(CycleCard cycle, UUID id) {
        return jdbc.sql("""
                        select id, written, self_name, point_id, pasted_at, taken_at, forgotten_at from chain_list
                        where community_id = :community and cycle_id = :cycle and id = :id
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("id", id)
                .query(ChainLists::kept)
                .optional();
    }

    /** The same while it still says something. */
    Optional<Kept> readable(CycleCard cycle, UUID id) {
        return find(cycle, id).filter(kept -> kept.forgotten() == null);
    }

    /** The texts of a cycle, latest first; at most 20. */
    List<Kept> of(CycleCard cycle) {
        return jdbc.sql("""
                        select id, written, self_name, point_id, pasted_at, taken_at, forgotten_at from chain_list
                        where community_id = :community and cycle_id = :cycle
                        order by pasted_at desc limit 20
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query(ChainLists::kept)
                .list();
    }

    /** Lines as the leader put them right, by number; empty where they left one out. */
    Map<Integer, String> fixes(CycleCard cycle, UUID id) {
        var fixes = new HashMap<Integer, String>();
        jdbc.sql("select line_number, line from chain_fix where community_id = :community and list_id = :id")
                .param("community", cycle.community().value())
                .param("id", id)
                .query((ResultSet row) -> {
                    fixes.put(row.getInt("line_number"), row.getString("line"));
                });
        return fixes;
    }

    void fix(CycleCard cycle, UUID id, int number, String line) {
        jdbc.sql("""
                        insert into chain_fix (community_id, list_id, line_number, line)
                        values (:community, :id, :number, :line)
                        on conflict (community_id, list_id, line_number) do update set line = excluded.line
                        """)
                .param("community", cycle.community().value())
                .param("id", id)
                .param("number", number)
                .param("line", line)
                .update();
    }

    void taken(CycleCard cycle, UUID id) {
        jdbc.sql("""
                        update chain_list set taken_at = coalesce(taken_at, now())
                        where community_id = :community and id = :id
                        """)
                .param("community", cycle.community().value())
                .param("id", id)
                .update();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        @Nullable UUID point = row.getObject("point_id", UUID.class);
        @Nullable OffsetDateTime taken = row.getObject("taken_at", OffsetDateTime.class);
        @Nullable OffsetDateTime forgotten = row.getObject("forgotten_at", OffsetDateTime.class);
        return new Kept(
                row.getObject("id", UUID.class),
                row.getString("written"),
                row.getString("self_name"),
                point,
                row.getObject("pasted_at", OffsetDateTime.class).toInstant(),
                taken == null ? null : taken.toInstant(),
                forgotten == null ? null : forgotten.toInstant());
    }
}
