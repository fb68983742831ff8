package tuanju.cycle.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.command.Fingerprint;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.cycle.CycleCard;
import tuanju.cycle.export.ColumnMap;
import tuanju.cycle.export.ForeignExport;
import tuanju.cycle.export.KuaituantuanExport;
import tuanju.cycle.export.ReadExport;
import tuanju.cycle.export.ReadLine;
import tuanju.cycle.export.ReadOrder;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.order.life.PlacedOrder;
import tuanju.outbox.StoredJson;

/** The tables of imports: files as they came, orders by their names there, lines beside what was understood. */
@Component
@RequiredArgsConstructor
class CycleImports {

    private final JdbcClient jdbc;
    private final StoredJson stored;

    /** A file as it was uploaded. */
    record Upload(String name, byte[] bytes) {}

    /**
     * A kept file.
     *
     * @param importedAt null while it is only looked at
     * @param columns what the columns of another tool's file say; null where this program knows them, or nobody has said
     */
    record Kept(
            UUID id,
            String name,
            byte[] bytes,
            @Nullable Instant importedAt,
            @Nullable ColumnMap columns) {

        /** The tool its orders come from. */
        String source() {
            return columns == null ? KuaituantuanExport.SOURCE : ForeignExport.SOURCE;
        }

        /** Reads it. Refuses with CannotRead, also a file whose columns nobody has named yet. */
        ReadExport read() {
            return columns == null
                    ? KuaituantuanExport.read(bytes)
                    : ForeignExport.in(bytes).read(columns);
        }
    }

    /** An order that is in already. */
    record Known(String key, String content) {}

    /** Keeps a file; the same bytes for the same cycle are kept once. */
    UUID keep(CycleCard cycle, MemberId leader, Upload upload) {
        return jdbc.sql("""
                        insert into cycle_import (community_id, id, cycle_id, leader_id, file_name, file_sha256, file)
                        values (:community, :id, :cycle, :leader, :name, :sha, :file)
                        on conflict (community_id, cycle_id, file_sha256) do update set file_name = excluded.file_name, uploaded_at = now()
                        returning id
                        """)
                .param("community", cycle.community().value())
                .param("id", Ids.next())
                .param("cycle", cycle.id())
                .param("leader", leader.value())
                .param("name", upload.name())
                .param("sha", Fingerprint.of(upload.bytes()))
                .param("file", upload.bytes())
                .query(UUID.class)
                .single();
    }

    Optional<Kept> find(CycleCard cycle, UUID id) {
        return jdbc.sql("""
                        select id, file_name, file, imported_at, column_map from cycle_import
                        where community_id = :community and cycle_id = :cycle and id = :id
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("id", id)
                .query(this::kept)
                .optional();
    }

    /** The file uploaded last. */
    Optional<Kept> latest(CycleCard cycle) {
        return jdbc.sql("""
                        select id, file_name, file, imported_at, column_map from cycle_import
                        where community_id = :community and cycle_id = :cycle
                        order by uploaded_at desc limit 1
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query(this::kept)
                .optional();
    }

    /** One new cycle of a leader at a time, so that two taps on one file do not make two of it. */
    void takeTurn(MemberId leader) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('cycle_import ' || :leader, 0))")
                .param("leader", leader.value().toString())
                .query(rows -> {});
    }

    /** The file of a cycle with exactly these bytes. */
    Optional<UUID> with(CycleCard cycle, Upload upload) {
        return jdbc.sql("""
                        select id from cycle_import
                        where community_id = :community and cycle_id = :cycle and file_sha256 = :sha
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("sha", Fingerprint.of(upload.bytes()))
                .query(UUID.class)
                .optional();
    }

    /** The cycle of this leader that has exactly this file. */
    Optional<Code> cycleWith(CommunityId community, MemberId leader, Upload upload) {
        return jdbc.sql("""
                        select c.code from cycle_import i
                        join order_cycle c on c.community_id = i.community_id and c.id = i.cycle_id
                        where i.community_id = :community and i.file_sha256 = :sha and c.leader_id = :leader
                        order by i.uploaded_at desc limit 1
                        """)
                .param("community", community.value())
                .param("sha", Fingerprint.of(upload.bytes()))
                .param("leader", leader.value())
                .query(String.class)
                .optional()
                .map(Code::new);
    }

    Map<String, Known> known(CycleCard cycle) {
        return jdbc
                .sql("""
                        select external_key as key, content from cycle_import_order
                        where community_id = :community and cycle_id = :cycle
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query(Known.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Known::key, Function.identity()));
    }

    void imported(CycleCard cycle, UUID id) {
        jdbc.sql("""
                        update cycle_import set imported_at = coalesce(imported_at, now())
                        where community_id = :community and id = :id
                        """)
                .param("community", cycle.community().value())
                .param("id", id)
                .update();
    }

    void add(CycleCard cycle, UUID id, ImportedOrder order) {
        jdbc.sql("""
                        insert into cycle_import_order
                            (community_id, cycle_id, external_key, content, order_id, order_code, import_id)
                        values (:community, :cycle, :key, :content, :order, :code, :import)
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("key", order.read().key())
                .param("content", order.read().content())
                .param("order", order.placed().id().value())
                .param("code", order.placed().code().value())
                .param("import", id)
                .update();
        order.read().lines().forEach(line -> add(cycle, id, line, order));
    }

    private void add(CycleCard cycle, UUID id, ReadLine line, ImportedOrder order) {
        boolean addressOnly =
                line.flags().stream().noneMatch(flag -> flag.attention().equals(line.attention()));
        boolean settled = order.corrected() && addressOnly;
        jdbc.sql("""
                        insert into cycle_import_line (community_id, import_id, row_number, order_id, attention, original,
                                                       remarks, settled_at, settled_by)
                        values (:community, :import, :row, :order, :attention, :original::jsonb, :remarks::jsonb,
                                case when :settled then now() end, case when :settled then :by::uuid end)
                        """)
                .param("community", cycle.community().value())
                .param("import", id)
                .param("row", line.written().row())
                .param("order", order.placed().id().value())
                .param("attention", line.attention().name())
                .param("original", stored.write(line.written().original()))
                .param("remarks", stored.write(line.remarks()))
                .param("settled", settled)
                .param("by", cycle.leader().value())
                .update();
    }

    /** An order just placed and what it was read from; corrected when the leader put in its door by hand. */
    record ImportedOrder(PlacedOrder placed, ReadOrder read, boolean corrected) {}

    /** The files of a cycle that are in, latest first. */
    List<String> names(CycleCard cycle) {
        return jdbc.sql("""
                        select file_name from cycle_import
                        where community_id = :community and cycle_id = :cycle and imported_at is not null
                        order by imported_at desc
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query((row, number) -> row.getString("file_name"))
                .list();
    }

    private Kept kept(ResultSet row, int number) throws SQLException {
        var imported = row.getObject("imported_at", OffsetDateTime.class);
        var columns = row.getString("column_map");
        return new Kept(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                row.getBytes("file"),
                imported == null ? null : imported.toInstant(),
                columns == null ? null : stored.read(columns, ColumnMap.class));
    }
}
