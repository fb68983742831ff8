package tuanju.taster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.member.MemberId;

/** What tasters are asked, in the database. */
@Component
@RequiredArgsConstructor
class TasterQuestionRows {

    private final JdbcClient jdbc;

    /** One of them. */
    record Row(
            UUID id,
            MemberId member,
            String words,
            Instant asked,
            @Nullable String answer) {}

    void insert(Taster of, UUID id, MemberId member, String words) {
        jdbc.sql("""
            insert into taster_question (community_id, id, taster_id, member_id, words)
            values (:community, :id, :taster, :member, :words)
            """)
                .param("community", of.community().value())
                .param("id", id)
                .param("taster", of.id())
                .param("member", member.value())
                .param("words", words)
                .update();
    }

    /** Answers who asked. */
    Optional<MemberId> answer(Taster of, UUID id, String answer) {
        return jdbc.sql("""
            update taster_question set answer = :answer, answered_at = now()
            where community_id = :community and id = :id and taster_id = :taster returning member_id
            """)
                .param("answer", answer)
                .param("community", of.community().value())
                .param("id", id)
                .param("taster", of.id())
                .query((row, number) -> new MemberId(row.getObject("member_id", UUID.class)))
                .optional();
    }

    /**
     * Takes one away and answers what it was.
     *
     * @param by whose it must be; null for whosever
     */
    Optional<Row> remove(Taster of, UUID id, @Nullable MemberId by) {
        return jdbc.sql("""
            delete from taster_question
            where community_id = :community and id = :id and taster_id = :taster
                and (cast(:by as uuid) is null or member_id = cast(:by as uuid))
            returning id, member_id, words, asked_at, answer
            """)
                .param("community", of.community().value())
                .param("id", id)
                .param("taster", of.id())
                .param("by", by == null ? null : by.value())
                .query(TasterQuestionRows::read)
                .optional();
    }

    /**
     * What waits before what was answered, the newest first.
     *
     * @param all whether also what others ask and nobody answered yet
     * @param reader null for a stranger
     * @param after the last of the page before; null for the first page, and so where that one is gone
     */
    List<Row> page(Taster of, boolean all, @Nullable MemberId reader, @Nullable UUID after, int most) {
        return jdbc.sql("""
            with last as (select id, answer is not null as answered from taster_question
                where community_id = :community and taster_id = :taster and id = cast(:after as uuid))
            select w.id, w.member_id, w.words, w.asked_at, w.answer from taster_question w left join last on true
            where w.community_id = :community and w.taster_id = :taster
                and (w.answer is not null or :all or w.member_id = cast(:reader as uuid))
                and (last.id is null or (w.answer is not null) > last.answered
                    or (w.answer is not null) = last.answered and w.id < last.id)
            order by (w.answer is not null), w.id desc limit :most
            """)
                .param("community", of.community().value())
                .param("taster", of.id())
                .param("all", all)
                .param("reader", reader == null ? null : reader.value())
                .param("after", after)
                .param("most", most)
                .query(TasterQuestionRows::read)
                .list();
    }

    /** Of this member, or of everybody where none is named. */
    int waiting(Taster of, @Nullable MemberId member) {
        return jdbc.sql("""
            select count(*) from taster_question where community_id = :community and taster_id = :taster and answer is null
                and (cast(:member as uuid) is null or member_id = cast(:member as uuid))
            """)
                .param("community", of.community().value())
                .param("taster", of.id())
                .param("member", member == null ? null : member.value())
                .query(Integer.class)
                .single();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                new MemberId(row.getObject("member_id", UUID.class)),
                row.getString("words"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("answer"));
    }
}
