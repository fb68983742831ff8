package tuanju.demand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.note.Sight;

/** The tables of ideas and of what was said to them. */
@Component
@RequiredArgsConstructor
class IdeaRows {

    private static final String IDEAS = """
            select i.id, i.code, i.author_id, i.kind, i.title, i.body, i.status, i.written_at,
                i.merged_into is not null as merged, i.hidden_reason,
                (select t.code from idea t where t.community_id = i.community_id and t.id = i.merged_into
                    and t.withdrawn_at is null and t.hidden_at is null) as merged_into,
                (select count(*) from idea_vote v where v.community_id = i.community_id and v.idea_id = i.id) as votes,
                exists (select from idea_vote v where v.community_id = i.community_id and v.idea_id = i.id
                    and v.member_id = :viewer::uuid) as voted
            from idea i where i.community_id = :community and i.withdrawn_at is null
                and (i.hidden_at is null or i.author_id = :viewer::uuid or :leads) and (:leads or
            """ + Sight.person("i.author_id") + ")";

    private final JdbcClient jdbc;

    /** An idea before it is known what its author is called. */
    record Row(
            UUID id,
            Code code,
            MemberId author,
            String kind,
            String title,
            String text,
            IdeaStatus status,
            int votes,
            boolean voted,
            boolean merged,
            @Nullable Code mergedInto,
            @Nullable String hidden,
            OffsetDateTime written) {}

    void insert(CommunityId community, Code code, MemberId author, String kind, String title, String text) {
        jdbc.sql("""
            insert into idea (community_id, id, code, author_id, kind, title, body)
            values (:community, :id, :code, :author, :kind, :title, :body)
            """)
                .param("community", community.value())
                .param("id", Ids.next())
                .param("code", code.value())
                .param("author", author.value())
                .param("kind", kind)
                .param("title", title)
                .param("body", text)
                .update();
    }

    /** Who reads; who leads there or operates reads all of it, whoever mutes or blocks whom. */
    record Reader(@Nullable MemberId member, boolean leads) {

        private @Nullable UUID id() {
            return member == null ? null : member.value();
        }
    }

    /** Those that stand so, the most wanted first, among equals the newest. */
    List<Row> of(CommunityId community, Reader reader, List<IdeaStatus> statuses, @Nullable Code after, int limit) {
        return jdbc.sql("select * from (" + IDEAS + """
                     and i.merged_into is null and i.status = any(:statuses)) found
                    where :after::text is null or (votes, id) < (
                        select (select count(*) from idea_vote v where v.community_id = b.community_id and v.idea_id = b.id), b.id
                        from idea b where b.community_id = :community and b.code = :after)
                    order by votes desc, id desc limit :limit
                    """)
                .param("community", community.value())
                .param("viewer", reader.id())
                .param("leads", reader.leads())
                .param("statuses", statuses.stream().map(Enum::name).toArray(String[]::new))
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query(IdeaRows::row)
                .list();
    }

    Optional<Row> find(CommunityId community, Code code, Reader reader) {
        return jdbc.sql(IDEAS + " and i.code = :code")
                .param("community", community.value())
                .param("viewer", reader.id())
                .param("leads", reader.leads())
                .param("code", code.value())
                .query(IdeaRows::row)
                .optional();
    }

    /** The oldest first. */
    List<Idea.Answer> answers(CommunityId community, UUID idea) {
        return jdbc.sql("""
            select status, reason, answered_at from idea_answer where community_id = :community and idea_id = :idea order by id
            """)
                .param("community", community.value())
                .param("idea", idea)
                .query((row, number) -> new Idea.Answer(
                        IdeaStatus.valueOf(row.getString("status")),
                        row.getString("reason"),
                        row.getObject("answered_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Whether it stood as it was thought to; who votes meanwhile waits. */
    boolean become(CommunityId community, UUID idea, IdeaStatus was, IdeaStatus now) {
        return jdbc.sql("""
            update idea set status = :now where community_id = :community and id = :idea and status = :was
                and merged_into is null and withdrawn_at is null and hidden_at is null
            """)
                        .param("community", community.value())
                        .param("idea", idea)
                        .param("was", was.name())
                        .param("now", now.name())
                        .update()
                == 1;
    }

    /** Taken back by its author; twice is once. */
    boolean withdraw(CommunityId community, Code code, MemberId author) {
        return jdbc.sql("""
            update idea set withdrawn_at = coalesce(withdrawn_at, now()), title = '—', body = ''
            where community_id = :community and code = :code and author_id = :author
            """)
                        .param("community", community.value())
                        .param("code", code.value())
                        .param("author", author.value())
                        .update()
                == 1;
    }

    /** By an operator; the first reason stays. */
    boolean hide(CommunityId community, Code code, MemberId by, String reason) {
        return jdbc.sql("""
            update idea set hidden_at = coalesce(hidden_at, now()), hidden_by = coalesce(hidden_by, :by),
                hidden_reason = coalesce(hidden_reason, :reason)
            where community_id = :community and code = :code and withdrawn_at is null
            """)
                        .param("community", community.value())
                        .param("code", code.value())
                        .param("by", by.value())
                        .param("reason", reason)
                        .update()
                == 1;
    }

    void answer(CommunityId community, UUID idea, IdeaStatus status, String reason, MemberId by) {
        jdbc.sql("""
            insert into idea_answer (community_id, idea_id, id, status, reason, answered_by)
            values (:community, :idea, :id, :status, :reason, :by)
            """)
                .param("community", community.value())
                .param("idea", idea)
                .param("id", Ids.next())
                .param("status", status.name())
                .param("reason", reason)
                .param("by", by.value())
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        @Nullable String merged = row.getString("merged_into");
        return new Row(
                row.getObject("id", UUID.class),
                new Code(row.getString("code")),
                new MemberId(row.getObject("author_id", UUID.class)),
                row.getString("kind"),
                row.getString("title"),
                row.getString("body"),
                IdeaStatus.valueOf(row.getString("status")),
                row.getInt("votes"),
                row.getBoolean("voted"),
                row.getBoolean("merged"),
                merged == null ? null : new Code(merged),
                row.getString("hidden_reason"),
                row.getObject("written_at", OffsetDateTime.class));
    }
}
