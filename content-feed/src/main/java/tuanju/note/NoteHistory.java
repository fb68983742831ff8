package tuanju.note;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.card.Viewer;

/**
 * How a note came to read as it does: each change line by line, the latest first, the twenty latest. Whoever reads the note may
 * read it, back to the first version that was not for them; its author reads all of it.
 */
@Component
@RequiredArgsConstructor
public class NoteHistory {

    private static final int MOST = 20;

    private final JdbcClient jdbc;

    /** How it was at one time. */
    private record Then(int version, List<String> lines, OffsetDateTime replaced, boolean seen) {}

    @Transactional(readOnly = true)
    public List<NoteChange> of(Note note, Viewer viewer) {
        var before = jdbc.sql("""
            select version, title, body, cards, replaced_at,
                :own or may_see(community_id, :viewer::uuid, visible_from) as seen
            from note_version where community_id = :community and note_id = :note order by version desc limit :most
            """)
                .param("community", note.community().value())
                .param("note", note.id())
                .param("own", note.isBy(viewer.member()))
                .param("viewer", viewer.id())
                .param("most", MOST)
                .query((row, number) -> new Then(
                        row.getInt("version"),
                        lines(row.getString("title"), row.getString("body"), List.of(NoteRows.strings(row, "cards"))),
                        row.getObject("replaced_at", OffsetDateTime.class),
                        row.getBoolean("seen")))
                .list();
        var changes = new ArrayList<NoteChange>();
        var after = lines(
                note.title(),
                note.body(),
                note.refs().stream().map(NoteRows::name).toList());
        for (var then : before) {
            if (!then.seen()) {
                break;
            }
            changes.add(new NoteChange(
                    then.version() + 1, then.replaced().toInstant(), NoteChange.between(then.lines(), after)));
            after = then.lines();
        }
        return changes;
    }

    private static List<String> lines(String title, String body, List<String> cards) {
        var lines = new ArrayList<String>();
        lines.add(title);
        body.lines().filter(it -> !it.isBlank()).forEach(lines::add);
        lines.addAll(cards);
        return lines;
    }
}
