package tuanju.note.talk;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.card.Viewer;
import tuanju.command.RateLimits;
import tuanju.community.Code;
import tuanju.conduct.Conduct;
import tuanju.member.MemberId;
import tuanju.note.Note;
import tuanju.note.Notes;
import tuanju.note.Sight;

/** What readers said of a note with one tap: each kind once a person. */
@Component
@RequiredArgsConstructor
@Transactional
public class Reactions {

    /** So many taps a minute; more are no person's. */
    private static final int TAPS = 60;

    private final JdbcClient jdbc;
    private final Notes notes;
    private final RateLimits limits;
    private final Conduct conduct;

    /**
     * Of one note, as one reader may count them.
     *
     * @param counts of every kind, also where it is 0
     * @param mine what this reader said
     */
    public record Said(Map<Reaction, Integer> counts, Set<Reaction> mine) {}

    /** Said twice it is once. Refuses with NotFound what they may not see, with TooMany more than sixty taps a minute. */
    public void say(MemberId member, Code code, Reaction kind) {
        var note = tapped(member, code);
        jdbc.sql("""
            insert into note_reaction (community_id, note_id, member_id, kind)
            values (:community, :note, :member, :kind) on conflict do nothing
            """)
                .param("community", note.community().value())
                .param("note", note.id())
                .param("member", member.value())
                .param("kind", kind.name())
                .update();
    }

    /** Takes it back; what was not said stays so. Refuses as saying does. */
    public void unsay(MemberId member, Code code, Reaction kind) {
        var note = tapped(member, code);
        jdbc.sql("""
            delete from note_reaction
            where community_id = :community and note_id = :note and member_id = :member and kind = :kind
            """)
                .param("community", note.community().value())
                .param("note", note.id())
                .param("member", member.value())
                .param("kind", kind.name())
                .update();
    }

    @Transactional(readOnly = true)
    public Said of(Note note, Viewer viewer) {
        @Nullable UUID me = viewer.id();
        var counts = new EnumMap<Reaction, Integer>(Reaction.class);
        var mine = new HashSet<Reaction>();
        for (var kind : Reaction.values()) {
            counts.put(kind, 0);
        }
        jdbc.sql("""
            select r.kind, count(*) as number, coalesce(bool_or(r.member_id = :viewer::uuid), false) as mine
            from note_reaction r where r.community_id = :community and r.note_id = :note and
            """ + Sight.person("r.member_id") + " group by r.kind")
                .param("community", note.community().value())
                .param("note", note.id())
                .param("viewer", me)
                .query(row -> {
                    var kind = Reaction.valueOf(row.getString("kind"));
                    counts.put(kind, row.getInt("number"));
                    if (row.getBoolean("mine")) {
                        mine.add(kind);
                    }
                });
        return new Said(counts, mine);
    }

    private Note tapped(MemberId member, Code code) {
        var note = notes.find(new Viewer(member), code);
        conduct.mustBeAllowedToTap(member, note.community());
        limits.take("note-tap " + member.value(), TAPS, Duration.ofMinutes(1));
        return note;
    }
}
