package tuanju.taster;

import java.util.List;
import org.springframework.stereotype.Component;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** What a taster found and answered, and what members ask. */
@Component
class PersonalTasters implements PersonalData {

    @Override
    public String called() {
        return "taster";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("taster_question").copied("""
                    select case when q.member_id = :member then q.words end as words, q.asked_at,
                        case when t.member_id = :member then q.answer end as own_answer
                    from taster_question q join taster t using (community_id)
                    where t.id = q.taster_id and (q.member_id = :member or t.member_id = :member and q.answer is not null)
                    order by q.asked_at
                    """).forgotten("""
                        with asked as (delete from taster_question where member_id = :member)
                        update taster_question q set answer = '—' from taster t
                        where t.community_id = q.community_id and t.id = q.taster_id and t.member_id = :member
                            and q.member_id <> :member and q.answer <> '—'
                        """),
                PersonalTable.of("tasting")
                        .copied("""
                    select g.title, g.words, g.state, g.verdict, g.scouted_at from tasting g join taster t using (community_id)
                    where t.id = g.taster_id and t.member_id = :member order by g.scouted_at
                    """)
                        .forgotten("""
                        update tasting g set title = '—', words = '', verdict = '' from taster t
                        where t.community_id = g.community_id and t.id = g.taster_id and t.member_id = :member
                            and (g.title <> '—' or g.words <> '' or g.verdict <> '')
                        """)
                        .kept("how many a month; says nothing of anybody any more"),
                PersonalTable.of("taster").copied("""
                    select code, category, most_a_month, appointed_at, ended_at from taster where member_id = :member
                    """).forgotten("""
                        update taster set ended_at = now() where member_id = :member and ended_at is null
                        """).kept("who looked after what, by an id alone"));
    }
}
