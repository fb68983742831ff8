package tuanju.note.talk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.note.Note;
import tuanju.note.Sight;

/** Comments in the database. */
@Component
@RequiredArgsConstructor
class CommentRows {

    private static final String COMMENT = """
        select c.id, c.code, c.author_id, a.code as author_code, c.parent_id, c.level, c.body, c.written_at,
            case when c.hidden_at is not null then coalesce(c.hidden_reason, '') end as hidden_reason
        from note_comment c join note_author a on a.member_id = c.author_id
        where c.community_id = :community and c.note_id = :note and
        """ + Sight.COMMENT;

    private static final String READING =
            "select s.id from note n cross join unnest(:some::uuid[]) s (id) where n.community_id = :community"
                    + " and n.id = :note and n.withdrawn_at is null and (n.hidden_at is null or n.author_id = s.id)"
                    + " and may_see(n.community_id, s.id, n.visible_from) and "
                    + Sight.between("s.id", ":writer::uuid")
                    + " and "
                    + Sight.between("s.id", "n.author_id")
                    + " and not exists (select from note_comment p where p.community_id = n.community_id"
                    + " and p.id = any (:above::uuid[]) and (p.withdrawn_at is not null"
                    + " or p.hidden_at is not null and p.author_id <> s.id or not ("
                    + Sight.between("s.id", "p.author_id")
                    + ")))";

    private final JdbcClient jdbc;

    /** A comment as the database has it. */
    record Row(
            UUID id,
            Code code,
            MemberId author,
            String authorCode,
            @Nullable UUID parent,
            int level,
            String body,
            OffsetDateTime written,
            @Nullable String hidden) {}

    void insert(Note note, Row row) {
        jdbc.sql("""
            insert into note_comment (community_id, id, code, note_id, author_id, level, parent_id, body)
            values (:community, :id, :code, :note, :author, :level, :parent, :body)
            """)
                .param("community", note.community().value())
                .param("note", note.id())
                .param("id", row.id())
                .param("code", row.code().value())
                .param("author", row.author().value())
                .param("level", row.level())
                .param("parent", row.parent())
                .param("body", row.body())
                .update();
    }

    /** Twice is once. Whether it was theirs to take back, under this note. */
    boolean withdraw(CommunityId community, Code note, Code comment, MemberId author) {
        return jdbc.sql("""
            update note_comment c set withdrawn_at = coalesce(c.withdrawn_at, now())
            from note n where n.community_id = c.community_id and n.id = c.note_id and n.code = :note
                and c.community_id = :community and c.code = :comment and c.author_id = :author
            """)
                        .param("community", community.value())
                        .param("note", note.value())
                        .param("comment", comment.value())
                        .param("author", author.value())
                        .update()
                == 1;
    }

    /** Oldest first, at most so many after that one. */
    List<Row> top(Note note, @Nullable UUID viewer, @Nullable Code after, int limit) {
        return asked(note, viewer, """
             and c.level = 1 and (:after::text is null or c.id > (select b.id from note_comment b
                where b.community_id = :community and b.code = :after)) order by c.id limit :limit
            """)
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query(CommentRows::row)
                .list();
    }

    /** The first answers to each of these, oldest first. */
    List<Row> answers(Note note, @Nullable UUID viewer, List<UUID> parents, int each) {
        return parents.isEmpty()
                ? List.of()
                : jdbc.sql("select * from (select s.*, row_number() over (partition by s.parent_id order by s.id)"
                                + " as nth from ("
                                + COMMENT
                                + " and c.parent_id in (:parents)) s) t where nth <= :each order by id")
                        .param("community", note.community().value())
                        .param("note", note.id())
                        .param("viewer", viewer)
                        .param("parents", parents)
                        .param("each", each)
                        .query(CommentRows::row)
                        .list();
    }

    /** How many answers stand there; nobody else adds one before this transaction ends. */
    int answersHeld(Note note, UUID parent) {
        jdbc.sql("select id from note_comment where community_id = :community and id = :parent for no key update")
                .param("community", note.community().value())
                .param("parent", parent)
                .query(UUID.class)
                .single();
        return jdbc.sql("""
            select count(*) from note_comment
            where community_id = :community and note_id = :note and parent_id = :parent and withdrawn_at is null
            """)
                .param("community", note.community().value())
                .param("note", note.id())
                .param("parent", parent)
                .query(Integer.class)
                .single();
    }

    Optional<Row> find(Note note, @Nullable UUID viewer, Code code) {
        return asked(note, viewer, " and c.code = :code")
                .param("code", code.value())
                .query(CommentRows::row)
                .optional();
    }

    int count(Note note, @Nullable UUID viewer) {
        return jdbc.sql("select count(*) from note_comment c where c.community_id = :community and c.note_id = :note"
                        + " and "
                        + Sight.COMMENT)
                .param("community", note.community().value())
                .param("note", note.id())
                .param("viewer", viewer)
                .query(Integer.class)
                .single();
    }

    /** Who of these sees the note as it is now, and reads its author, the writer of this comment and whom it answers. */
    List<MemberId> reading(Note note, Row comment, @Nullable Row answered, List<MemberId> some) {
        var above = Stream.of(
                Optional.ofNullable(comment.parent()),
                Optional.ofNullable(answered).map(Row::id));
        return some.isEmpty()
                ? List.of()
                : jdbc.sql(READING)
                        .param("community", note.community().value())
                        .param("note", note.id())
                        .param(
                                "above",
                                above.flatMap(Optional::stream).distinct().toArray(UUID[]::new))
                        .param("some", some.stream().map(MemberId::value).toArray(UUID[]::new))
                        .param("writer", comment.author().value())
                        .query((row, number) -> new MemberId(row.getObject("id", UUID.class)))
                        .list();
    }

    /** Everybody who wrote under a note, and its author. */
    List<MemberId> talking(Note note) {
        return jdbc.sql("""
            select distinct author_id from (
                select author_id from note_comment
                where community_id = :community and note_id = :note and withdrawn_at is null
                order by id desc limit 500) latest
            """)
                .param("community", note.community().value())
                .param("note", note.id())
                .query((row, number) -> new MemberId(row.getObject("author_id", UUID.class)))
                .list();
    }

    private JdbcClient.StatementSpec asked(Note note, @Nullable UUID viewer, String which) {
        return jdbc.sql(COMMENT + which)
                .param("community", note.community().value())
                .param("note", note.id())
                .param("viewer", viewer);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                new Code(row.getString("code")),
                new MemberId(row.getObject("author_id", UUID.class)),
                row.getString("author_code"),
                row.getObject("parent_id", UUID.class),
                row.getInt("level"),
                row.getString("body"),
                row.getObject("written_at", OffsetDateTime.class),
                row.getString("hidden_reason"));
    }
}
