package tuanju.redemption;

import java.util.List;
import org.springframework.stereotype.Component;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** What members had for their points; whoever put it there. */
@Component
class PersonalRedemptions implements PersonalData {

    private static final String TRADE =
            "a trade record: three years (E-Commerce Law, Art. 31); names its member by an id alone";

    @Override
    public String called() {
        return "redemption";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("redemption").copied("""
                    select code, title, points, state, redeemed_at, handed_at, returned_at, reason from redemption
                    where member_id = :member order by redeemed_at
                    """).kept(TRADE),
                PersonalTable.of("points_goods").copied("""
                    select code, title, detail, points, stock, made_at, ended_at from points_goods
                    where leader_id = :member order by made_at
                    """).kept(TRADE));
    }
}
