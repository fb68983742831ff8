package tuanju.note;

import java.util.List;
import org.springframework.stereotype.Component;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** What a member wrote, said with one tap, put aside and whom they follow; with their account nobody reads it any more. */
@Component
class PersonalNotes implements PersonalData {

    private static final String EMPTIED = "an empty shell under which others wrote; names its author by an id alone";

    @Override
    public String called() {
        return "note";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("note_version").copied("""
                    select v.version, v.title, v.body, v.replaced_at from note_version v join note n using (community_id)
                    where n.id = v.note_id and n.author_id = :member order by v.replaced_at
                    """).forgotten("""
                            delete from note_version v using note n
                            where n.community_id = v.community_id and n.id = v.note_id and n.author_id = :member
                            """),
                PersonalTable.of("note_card").copied("""
                    select n.code, k.kind, k.card_code, k.bought from note_card k join note n using (community_id)
                    where n.id = k.note_id and n.author_id = :member
                    """).forgotten("""
                            delete from note_card k using note n
                            where n.community_id = k.community_id and n.id = k.note_id and n.author_id = :member
                            """),
                PersonalTable.of("note").copied("""
                    select code, title, body, topics, written_at, edited_at, hidden_reason from note
                    where author_id = :member order by written_at
                    """).forgotten("""
                            update note set withdrawn_at = coalesce(withdrawn_at, now()), title = '—', body = '',
                                pictures = '{}', topics = '{}'
                            where author_id = :member and (withdrawn_at is null or body <> '' or title <> '—')
                            """).kept(EMPTIED),
                PersonalTable.of("note_comment").copied("""
                    select code, body, written_at from note_comment where author_id = :member order by written_at
                    """).forgotten("""
                            update note_comment set withdrawn_at = coalesce(withdrawn_at, now()), body = ''
                            where author_id = :member and (withdrawn_at is null or body <> '')
                            """).kept(EMPTIED),
                PersonalTable.of("note_reaction")
                        .copied("select kind, reacted_at from note_reaction where member_id = :member")
                        .forgotten("delete from note_reaction where member_id = :member"),
                PersonalTable.of("note_kept")
                        .copied("select note_id, kept_at from note_kept where member_id = :member")
                        .forgotten("delete from note_kept where member_id = :member"),
                PersonalTable.of("following")
                        .copied("select since from following where member_id = :member")
                        .forgotten("delete from following where :member in (member_id, other_id)"),
                PersonalTable.of("aversion")
                        .copied("select blocked, since from aversion where member_id = :member")
                        .forgotten("delete from aversion where :member in (member_id, other_id)"),
                PersonalTable.of("note_author")
                        .copied("select code from note_author where member_id = :member")
                        .kept(EMPTIED));
    }
}
