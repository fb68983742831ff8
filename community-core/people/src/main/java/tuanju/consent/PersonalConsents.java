package tuanju.consent;

import java.util.List;
import org.springframework.stereotype.Component;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** What a member allowed; their account closed, nothing is done by it any more, so nothing of it stays. */
@Component
class PersonalConsents implements PersonalData {

    @Override
    public String called() {
        return "consent";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("consent")
                .copied("select purpose, version, given_at, withdrawn_at from consent where member_id = :member")
                .forgotten("delete from consent where member_id = :member"));
    }
}
