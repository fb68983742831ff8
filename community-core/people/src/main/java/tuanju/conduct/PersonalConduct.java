package tuanju.conduct;

import java.util.List;
import org.springframework.stereotype.Component;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** What a member reported, and what was decided about their words; with their account what they said in reports and appeals goes. */
@Component
class PersonalConduct implements PersonalData {

    private static final String EVIDENCE =
            "what was decided about words and why (Cybersecurity Law, Art. 21): emptied after six months; by an id alone";

    @Override
    public String called() {
        return "conduct";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("conduct_text")
                        .copied("select kind, code, written_at from conduct_text where author_id = :member")
                        .forgotten("delete from conduct_text where author_id = :member"),
                PersonalTable.of("conduct_case")
                        .copied("""
                                select kind, code, title, held_at, decision, decided_at, decided_for, decided_reason, appeal,
                                    appeal_decision, appeal_reason
                                from conduct_case where author_id = :member
                                """)
                        .forgotten("update conduct_case set appeal = '' where author_id = :member and appeal <> ''")
                        .kept(EVIDENCE),
                PersonalTable.of("conduct_evidence").copied("""
                                select e.version, e.words, e.taken_at from conduct_evidence e join conduct_case c
                                    on c.community_id = e.community_id and c.id = e.case_id
                                where c.author_id = :member
                                """).kept(EVIDENCE),
                PersonalTable.of("conduct_report")
                        .copied(
                                "select reason, words, weight, reported_at from conduct_report where reporter_id = :member")
                        .forgotten("update conduct_report set words = '' where reporter_id = :member and words <> ''")
                        .kept(EVIDENCE),
                PersonalTable.of("conduct_finding").copied("""
                                select f.rule, f.found, f.found_at from conduct_finding f join conduct_case c
                                    on c.community_id = f.community_id and c.id = f.case_id where c.author_id = :member
                                """).kept(EVIDENCE),
                PersonalTable.of("conduct_measure").copied("""
                                select kind, reason, begins_at, ends_at, lifted_at, lifted_reason
                                from conduct_measure where member_id = :member
                                """).kept(EVIDENCE));
    }
}
