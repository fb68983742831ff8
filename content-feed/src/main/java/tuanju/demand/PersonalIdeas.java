package tuanju.demand;

import java.util.List;
import org.springframework.stereotype.Component;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** What a member wished for, voted for and answered; with their account words and votes go. */
@Component
class PersonalIdeas implements PersonalData {

    @Override
    public String called() {
        return "demand";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("idea")
                        .copied("""
                    select code, kind, title, body, status, written_at from idea where author_id = :member order by written_at
                    """)
                        .forgotten("""
                    update idea set withdrawn_at = coalesce(withdrawn_at, now()), title = '—', body = ''
                    where author_id = :member and (withdrawn_at is null or title <> '—' or body <> '')
                    """)
                        .kept("an emptied place that others' votes and the leader's answers hang on, by an id alone"),
                PersonalTable.of("idea_vote")
                        .copied("select idea_id, voted_at from idea_vote where member_id = :member order by voted_at")
                        .forgotten("delete from idea_vote where member_id = :member"),
                PersonalTable.of("idea_answer").copied("""
                    select status, reason, answered_at from idea_answer where answered_by = :member order by answered_at
                    """).kept("what a leader said to everybody, by an id alone"));
    }
}
