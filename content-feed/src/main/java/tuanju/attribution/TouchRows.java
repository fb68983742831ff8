package tuanju.attribution;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.attribution.Credit.Came;
import tuanju.attribution.Trail.Kind;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.order.OrderId;

/** What was done with notes, and which orders came by them, in the database. */
@Component
@RequiredArgsConstructor
class TouchRows {

    private static final String TODAY = "(now() at time zone 'Asia/Shanghai')::date";

    private final JdbcClient jdbc;

    /** How often a note was read, and what it is about opened from it. */
    record Counted(long reads, long clicks) {

        static final Counted NOTHING = new Counted(0, 0);
    }

    /** Once a day where it is known who it was, which a key decides however many devices they use. */
    void count(CommunityId community, Code note, Kind kind, @Nullable MemberId reader) {
        jdbc.sql("""
            with fresh as (
                insert into note_reader (community_id, note_code, kind, day, reader)
                select :community, :note, :kind, %1$s, sha256(convert_to(:note || %1$s || :reader::text, 'UTF8'))
                where :reader::uuid is not null
                on conflict do nothing
                returning note_code)
            insert into note_day as d (community_id, note_code, day, reads, clicks)
            select :community, :note, %1$s, (:kind = 'READ')::int, (:kind = 'CLICK')::int
            where :reader::uuid is null or exists (select from fresh)
            on conflict (community_id, note_code, day)
                do update set reads = d.reads + excluded.reads, clicks = d.clicks + excluded.clicks
            """.formatted(TODAY))
                .param("community", community.value())
                .param("note", note.value())
                .param("kind", kind.name())
                .param("reader", reader == null ? null : reader.value())
                .update();
    }

    Map<Code, Counted> counts(Collection<CommunityId> communities, Collection<Code> notes) {
        var counts = new HashMap<Code, Counted>();
        jdbc.sql("""
            select note_code, sum(reads) as reads, sum(clicks) as clicks from note_day
            where community_id = any(:communities) and note_code = any(:notes::text[]) group by note_code
            """)
                .param("communities", ids(communities))
                .param("notes", codes(notes))
                .query((java.sql.ResultSet row) -> {
                    counts.put(
                            new Code(row.getString("note_code")),
                            new Counted(row.getLong("reads"), row.getLong("clicks")));
                });
        return counts;
    }

    /** Written once for an order, whatever is asked again. */
    void insert(CommunityId community, OrderId order, List<Code> notes) {
        jdbc.sql("""
            insert into order_notes (community_id, order_id, notes) values (:community, :order, :notes::text[]) on conflict do nothing
            """)
                .param("community", community.value())
                .param("order", order.value())
                .param("notes", codes(notes))
                .update();
    }

    /** Orders that came by any of these notes, with all the notes they came by. */
    List<Came> came(Collection<CommunityId> communities, Collection<Code> notes) {
        return jdbc.sql("""
            select community_id, order_id, notes from order_notes
            where community_id = any(:communities) and notes && :notes::text[]
            """)
                .param("communities", ids(communities))
                .param("notes", codes(notes))
                .query((row, number) -> new Came(
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        row.getObject("order_id", UUID.class),
                        java.util.Arrays.stream((String[]) row.getArray("notes").getArray())
                                .map(Code::new)
                                .toList()))
                .list();
    }

    void sweep() {
        jdbc.sql("delete from note_reader where day < " + TODAY + " - 1").update();
    }

    private static UUID[] ids(Collection<CommunityId> communities) {
        return communities.stream().map(CommunityId::value).distinct().toArray(UUID[]::new);
    }

    private static String[] codes(Collection<Code> notes) {
        return notes.stream().map(Code::value).toArray(String[]::new);
    }
}
