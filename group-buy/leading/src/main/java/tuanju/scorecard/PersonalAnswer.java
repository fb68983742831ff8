package tuanju.scorecard;

import java.util.List;
import org.springframework.stereotype.Component;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** What a leader said about their own numbers. */
@Component
class PersonalAnswer implements PersonalData {

    @Override
    public String called() {
        return "scorecard";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("leader_answer")
                .copied("select answer, changed_at from leader_answer where leader_id = :member")
                .forgotten("delete from leader_answer where leader_id = :member"));
    }
}
