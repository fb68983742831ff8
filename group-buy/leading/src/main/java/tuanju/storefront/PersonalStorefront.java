package tuanju.storefront;

import java.util.List;
import org.springframework.stereotype.Component;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** How a leader presented themselves. */
@Component
class PersonalStorefront implements PersonalData {

    @Override
    public String called() {
        return "storefront";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("storefront")
                .copied("select code, headline, introduction, created_at from storefront where leader_id = :member")
                .forgotten("update storefront set headline = '', introduction = '' where leader_id = :member")
                .kept("the address of a page that is there no more"));
    }
}
