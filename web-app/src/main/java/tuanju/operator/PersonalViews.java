package tuanju.operator;

import java.util.List;
import org.springframework.stereotype.Component;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** How somebody looked at tables while they were an operator. */
@Component
class PersonalViews implements PersonalData {

    @Override
    public String called() {
        return "operator";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("saved_view")
                .copied("select page, name, query, saved_at from saved_view where member_id = :member")
                .forgotten("delete from saved_view where member_id = :member"));
    }
}
