package tuanju.note.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.note.Note;
import tuanju.note.Sight;

/** Reports in the database. */
@Component
@RequiredArgsConstructor
class ReportRows {

    private static final String REPORT = """
        select r.community_id, r.id, r.note_id, r.comment_id, r.reporter_id, r.reason, r.words, r.snapshot, r.version,
            r.reported_at, r.decision, r.decided_at, r.decided_reason, n.code as note_code, n.title, c.code as comment_code,
            coalesce(c.author_id, n.author_id) as author_id,
            case when c.id is null then n.version else 1 end as version_now,
            case when c.id is null then n.title || E'\\n' || n.body else c.body end as words_now,
            coalesce(c.withdrawn_at, n.withdrawn_at) is not null as withdrawn,
            (select count(*) from note_report o where o.community_id = r.community_id and o.note_id = r.note_id
                and o.comment_id is not distinct from r.comment_id) as reports
        from note_report r join note n on n.community_id = r.community_id and n.id = r.note_id
            left join note_comment c on c.community_id = r.community_id and c.id = r.comment_id
        """;

    private final JdbcClient jdbc;
    private final Communities communities;

    /** Why, and in which words. */
    record Said(String reason, String words) {}

    /**
     * A report as an operator reads it.
     *
     * @param comment null where the note itself is meant
     * @param snapshot the words it is about, as they were
     * @param wordsNow and as they are
     * @param version which version was reported; 1 for a comment
     * @param reports how many reports there are about the same
     * @param decision HIDDEN or KEPT; null before
     */
    record Report(
            CommunityId community,
            UUID id,
            UUID note,
            @Nullable UUID comment,
            Code noteCode,
            @Nullable Code commentCode,
            String title,
            MemberId author,
            MemberId reporter,
            String reason,
            String words,
            String snapshot,
            String wordsNow,
            int version,
            int versionNow,
            boolean withdrawn,
            int reports,
            Instant reported,
            @Nullable String decision,
            @Nullable Instant decided,
            @Nullable String decidedReason) {

        String subject() {
            return (comment == null ? "note " + noteCode : "comment " + commentCode);
        }
    }

    /** The note under which this comment stands. */
    Optional<Code> noteOf(Code comment) {
        return jdbc.sql("""
            select n.code from note_comment c join note n on n.community_id = c.community_id and n.id = c.note_id
            where c.community_id = :community and c.code = :code
            """)
                .param("community", communities.of(comment).id().value())
                .param("code", comment.value())
                .query((row, number) -> new Code(row.getString("code")))
                .optional();
    }

    /** Refuses with NotFound a comment the reporter may not see. */
    void insert(MemberId reporter, Note note, @Nullable Code comment, Said said) {
        if (comment == null) {
            insert(reporter, note, null, note.title() + "\n" + note.body(), note.version(), said);
            return;
        }
        record Seen(UUID id, String body) {}
        var seen = jdbc.sql(
                        "select c.id, c.body from note_comment c where c.community_id = :community and c.code = :code"
                                + " and "
                                + Sight.COMMENT)
                .param("community", note.community().value())
                .param("code", comment.value())
                .param("viewer", reporter.value())
                .query((row, number) -> new Seen(row.getObject("id", UUID.class), row.getString("body")))
                .optional()
                .orElseThrow(NotFound::new);
        insert(reporter, note, seen.id(), seen.body(), 1, said);
    }

    private void insert(MemberId reporter, Note note, @Nullable UUID comment, String snapshot, int version, Said said) {
        jdbc.sql("""
            insert into note_report
                (community_id, id, note_id, comment_id, reporter_id, reason, words, snapshot, version)
            values (:community, :id, :note, :comment, :reporter, :reason, :words, :snapshot, :version)
            on conflict do nothing
            """)
                .param("community", note.community().value())
                .param("id", Ids.next())
                .param("note", note.id())
                .param("comment", comment)
                .param("reporter", reporter.value())
                .param("reason", said.reason())
                .param("words", said.words())
                .param("snapshot", snapshot)
                .param("version", version)
                .update();
    }

    Optional<Report> find(UUID id) {
        return jdbc.sql(REPORT + " where r.id = :id")
                .param("id", id)
                .query(ReportRows::report)
                .optional();
    }

    /** Those not decided, or all; newest first, after this one. */
    List<Report> page(boolean open, @Nullable UUID after, int limit) {
        return jdbc.sql(REPORT + """
             where (not :open or r.decision is null) and (:after::uuid is null or r.id < :after::uuid)
            order by r.id desc limit :limit
            """)
                .param("open", open)
                .param("after", after)
                .param("limit", limit)
                .query(ReportRows::report)
                .list();
    }

    /** Those of these that are not decided, or all of these; newest first. */
    List<Report> among(boolean open, Collection<UUID> ids) {
        return jdbc.sql(REPORT + " where (not :open or r.decision is null) and r.id = any(:ids) order by r.id desc")
                .param("open", open)
                .param("ids", ids.toArray(UUID[]::new))
                .query(ReportRows::report)
                .list();
    }

    /** How many are not decided, or are there at all. */
    long count(boolean open) {
        return jdbc.sql("select count(*) from note_report r where not :open or r.decision is null")
                .param("open", open)
                .query(Long.class)
                .single();
    }

    /** Whether nobody had decided it before. */
    boolean decide(Report report, boolean hide, String why, MemberId by) {
        return jdbc.sql("""
            update note_report set decision = :decision, decided_at = now(), decided_by = :by, decided_reason = :why
            where community_id = :community and id = :id and decision is null
            """)
                        .param("community", report.community().value())
                        .param("id", report.id())
                        .param("decision", hide ? "HIDDEN" : "KEPT")
                        .param("why", why)
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /** Whether the words were still those of this version, so that they are hidden now. */
    boolean hide(Report report, String why, MemberId by) {
        var table = report.comment() == null
                ? "note set %s where community_id = :community and id = :id and version = :version"
                : "note_comment set %s where community_id = :community and id = :id and :version = 1";
        return jdbc.sql("update " + table.formatted("""
            hidden_at = coalesce(hidden_at, now()), hidden_by = coalesce(hidden_by, :by),
            hidden_reason = coalesce(hidden_reason, :why)\
            """))
                        .param("community", report.community().value())
                        .param("id", report.comment() == null ? report.note() : report.comment())
                        .param("version", report.versionNow())
                        .param("by", by.value())
                        .param("why", why)
                        .update()
                == 1;
    }

    /** Whether what it is about is hidden; asked last, so that it waits for whoever hides it at the same time. */
    boolean isHidden(Report report) {
        return jdbc.sql("select hidden_at is not null from %s where community_id = :community and id = :id for share"
                        .formatted(report.comment() == null ? "note" : "note_comment"))
                .param("community", report.community().value())
                .param("id", report.comment() == null ? report.note() : report.comment())
                .query(Boolean.class)
                .single();
    }

    private static Report report(ResultSet row, int number) throws SQLException {
        @Nullable String comment = row.getString("comment_code");
        @Nullable OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new Report(
                new CommunityId(row.getObject("community_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getObject("note_id", UUID.class),
                row.getObject("comment_id", UUID.class),
                new Code(row.getString("note_code")),
                comment == null ? null : new Code(comment),
                row.getString("title"),
                new MemberId(row.getObject("author_id", UUID.class)),
                new MemberId(row.getObject("reporter_id", UUID.class)),
                row.getString("reason"),
                row.getString("words"),
                row.getString("snapshot"),
                row.getString("words_now"),
                row.getInt("version"),
                row.getInt("version_now"),
                row.getBoolean("withdrawn"),
                row.getInt("reports"),
                row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                row.getString("decision"),
                decided == null ? null : decided.toInstant(),
                row.getString("decided_reason"));
    }
}
