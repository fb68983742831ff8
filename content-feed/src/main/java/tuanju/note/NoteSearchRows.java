package tuanju.note;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** What is found of notes beside the notes themselves: how many, what they are filed under and who wrote them. */
@Component
@RequiredArgsConstructor
class NoteSearchRows {

    /** Of notes n: those of a community in which something is found. */
    static final String HOLDS = "n.community_id = :community and n.search @@ :query::tsquery";

    /** The part of a body in which it is found; its beginning where only the title holds it. */
    static final String AROUND = "substr(n.body, greatest(1, regexp_instr(lower(n.body), :expression) - 20), 200)";

    /** So many of the newest notes say what is written about now. */
    private static final int NEWEST = 500;

    private static final int TOPICS = 200;

    private final JdbcClient jdbc;

    int counting(CommunityId community, @Nullable MemberId viewer, Notes.Wanted wanted, int most) {
        return jdbc.sql("select count(*) from (select from note n where " + Sight.NOTE + " and " + HOLDS
                        + " order by n.id desc limit :most) found")
                .param("community", community.value())
                .param("viewer", id(viewer))
                .param("query", wanted.query())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    List<String> topics(CommunityId community, @Nullable MemberId viewer) {
        return jdbc.sql("select topic from (select n.topics from note n where n.community_id = :community and "
                        + Sight.NOTE + " order by n.id desc limit :newest) latest, unnest(latest.topics) topic"
                        + " group by topic order by count(*) desc, topic limit :most")
                .param("community", community.value())
                .param("viewer", id(viewer))
                .param("newest", NEWEST)
                .param("most", TOPICS)
                .query((row, number) -> row.getString("topic"))
                .list();
    }

    List<MemberId> writers(CommunityId community, int most) {
        return jdbc.sql("""
            select a.member_id from note_author a cross join lateral (select n.id from note n
                where n.community_id = :community and n.author_id = a.member_id and n.withdrawn_at is null
                order by n.id desc limit 1) latest
            order by latest.id desc limit :most
            """)
                .param("community", community.value())
                .param("most", most)
                .query((row, number) -> new MemberId(row.getObject("member_id", UUID.class)))
                .list();
    }

    List<MemberId> seen(CommunityId community, @Nullable MemberId viewer, Collection<MemberId> some) {
        return jdbc.sql("select a.member_id from note_author a where a.member_id = any(:some)"
                        + " and exists (select from note n where n.community_id = :community"
                        + " and n.author_id = a.member_id and " + Sight.NOTE + ")")
                .param("community", community.value())
                .param("viewer", id(viewer))
                .param("some", some.stream().map(MemberId::value).toArray(UUID[]::new))
                .query((row, number) -> new MemberId(row.getObject("member_id", UUID.class)))
                .list();
    }

    private static @Nullable UUID id(@Nullable MemberId viewer) {
        return viewer == null ? null : viewer.value();
    }
}
