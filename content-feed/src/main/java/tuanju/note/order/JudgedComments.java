package tuanju.note.order;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.conduct.Thing;
import tuanju.conduct.WrittenThings;
import tuanju.member.MemberId;
import tuanju.note.Sight;
import tuanju.note.talk.Comment;

/** Comments before whoever keeps order; they are never changed, so that all are of version 1. */
@Component
@RequiredArgsConstructor
class JudgedComments implements WrittenThings {

    private static final String COMMENT = """
        select c.community_id, 'COMMENT' as kind, c.code, c.author_id, n.title, c.body as words, 1 as version,
            '/n/' || n.code || '#' || c.code as page, c.hidden_at is not null as hidden
        from note_comment c join note n on n.community_id = c.community_id and n.id = c.note_id
        where c.withdrawn_at is null and\s
        """;

    private static final String THESE =
            "(c.community_id, c.code) in (select * from unnest(:communities::uuid[], :codes::text[])) order by c.id";

    private final JdbcClient jdbc;
    private final Communities communities;
    private final WrittenRows places;

    @Override
    public String kind() {
        return Comment.KIND;
    }

    /** Under a note that they see. */
    @Override
    public Optional<Thing> seenBy(MemberId reader, Code code) {
        return jdbc.sql(COMMENT + "c.community_id = :community and c.code = :code and " + Sight.NOTE + " and "
                        + Sight.COMMENT)
                .param("community", communities.of(code).id().value())
                .param("code", code.value())
                .param("viewer", reader.value())
                .query(JudgedNotes::thing)
                .optional();
    }

    @Override
    public List<Thing> now(Collection<Code> codes) {
        return places.of(jdbc.sql(COMMENT + THESE), codes)
                .query(JudgedNotes::thing)
                .list();
    }

    @Override
    public List<Thing> held(Collection<Code> codes) {
        return places.of(jdbc.sql(COMMENT + THESE + " for update of c"), codes)
                .query(JudgedNotes::thing)
                .list();
    }

    @Override
    public void hide(Collection<Code> codes, Hiding how) {
        places.hide("note_comment", codes, how);
    }

    @Override
    public void show(Collection<Code> codes, @Nullable Hiding overruled) {
        places.show("note_comment", codes, overruled);
    }
}
