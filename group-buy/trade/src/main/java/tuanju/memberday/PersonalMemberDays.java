package tuanju.memberday;

import java.util.List;
import org.springframework.stereotype.Component;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** Whoever made a member day, and whoever pays less for a while. */
@Component
class PersonalMemberDays implements PersonalData {

    private static final String TRADE =
            "a trade record: three years (E-Commerce Law, Art. 31); names its member by an id alone";

    @Override
    public String called() {
        return "memberday";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("own_price").copied("""
                    select basis_points, begins, ends from own_price where member_id = :member
                    """).forgotten("""
                                    update own_price set ends = greatest(begins, now()) where member_id = :member and ends > now()
                                    """).kept(TRADE),
                PersonalTable.of("member_day").copied("""
                    select code, title, basis_points, made_at, ended_at from member_day where made_by = :member
                    """).forgotten("""
                                    update member_day set ended_at = now() where leader_id = :member and ended_at is null
                                    """).kept(TRADE));
    }
}
