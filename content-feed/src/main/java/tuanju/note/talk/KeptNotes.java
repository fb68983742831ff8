package tuanju.note.talk;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.card.Viewer;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.note.Note;
import tuanju.note.Notes;

/** Notes that somebody puts aside to find again (收藏); nobody else learns of it. */
@Component
@RequiredArgsConstructor
@Transactional
public class KeptNotes {

    private final JdbcClient jdbc;
    private final Notes notes;

    /** Twice is once. Refuses with NotFound what they may not see. */
    public void keep(MemberId member, Code code) {
        var note = notes.find(new Viewer(member), code);
        jdbc.sql("""
            insert into note_kept (community_id, note_id, member_id) values (:community, :note, :member)
            on conflict do nothing
            """)
                .param("community", note.community().value())
                .param("note", note.id())
                .param("member", member.value())
                .update();
    }

    /** Refuses with NotFound what they may not see. */
    public void drop(MemberId member, Code code) {
        var note = notes.find(new Viewer(member), code);
        jdbc.sql("delete from note_kept where community_id = :community and note_id = :note and member_id = :member")
                .param("community", note.community().value())
                .param("note", note.id())
                .param("member", member.value())
                .update();
    }

    @Transactional(readOnly = true)
    public boolean has(Viewer viewer, Note note) {
        return viewer.member() != null
                && jdbc.sql("""
                    select exists (select from note_kept
                        where community_id = :community and note_id = :note and member_id = :member)
                    """)
                        .param("community", note.community().value())
                        .param("note", note.id())
                        .param("member", viewer.id())
                        .query(Boolean.class)
                        .single();
    }
}
