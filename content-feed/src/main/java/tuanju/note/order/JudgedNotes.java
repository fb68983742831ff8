package tuanju.note.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.card.Viewer;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.conduct.Thing;
import tuanju.conduct.WrittenThings;
import tuanju.member.MemberId;
import tuanju.note.Note;
import tuanju.note.Notes;

/** Notes before whoever keeps order. */
@Component
@RequiredArgsConstructor
class JudgedNotes implements WrittenThings {

    private static final String NOTE = """
        select n.community_id, 'NOTE' as kind, n.code, n.author_id, n.title, n.title || E'\\n' || n.body as words, n.version,
            '/n/' || n.code as page, n.hidden_at is not null as hidden
        from note n where n.withdrawn_at is null and (n.community_id, n.code) in (select * from unnest(
            :communities::uuid[], :codes::text[])) order by n.id
        """;

    private final JdbcClient jdbc;
    private final Notes notes;
    private final WrittenRows places;

    @Override
    public String kind() {
        return Note.KIND;
    }

    @Override
    public Optional<Thing> seenBy(MemberId reader, Code code) {
        try {
            return now(List.of(notes.find(new Viewer(reader), code).code())).stream()
                    .findFirst();
        } catch (NotFound none) {
            return Optional.empty();
        }
    }

    @Override
    public List<Thing> now(Collection<Code> codes) {
        return places.of(jdbc.sql(NOTE), codes).query(JudgedNotes::thing).list();
    }

    @Override
    public List<Thing> held(Collection<Code> codes) {
        return places.of(jdbc.sql(NOTE + " for update"), codes)
                .query(JudgedNotes::thing)
                .list();
    }

    @Override
    public void hide(Collection<Code> codes, Hiding how) {
        places.hide("note", codes, how);
    }

    @Override
    public void show(Collection<Code> codes, @Nullable Hiding overruled) {
        places.show("note", codes, overruled);
    }

    static Thing thing(ResultSet row, int number) throws SQLException {
        return new Thing(
                new tuanju.community.CommunityId(row.getObject("community_id", java.util.UUID.class)),
                row.getString("kind"),
                new Code(row.getString("code")),
                new MemberId(row.getObject("author_id", java.util.UUID.class)),
                row.getString("title"),
                row.getString("words"),
                row.getInt("version"),
                row.getString("page"),
                row.getBoolean("hidden"));
    }
}
