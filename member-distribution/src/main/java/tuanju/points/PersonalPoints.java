package tuanju.points;

import java.util.List;
import org.springframework.stereotype.Component;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** A member's points and check-ins; whoever said what points are for. */
@Component
class PersonalPoints implements PersonalData {

    private static final String TRADE =
            "a trade record: three years (E-Commerce Law, Art. 31); names its member by an id alone";

    @Override
    public String called() {
        return "points";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("points_account").copied("""
                    select community_id, debt from points_account where member_id = :member
                    """).kept(TRADE),
                PersonalTable.of("points_lot").copied("""
                    select rule, points, left_points, made_at, ends_at from points_lot where member_id = :member
                    """).kept(TRADE),
                PersonalTable.of("points_hold").copied("""
                    select order_id, points, state, back from points_hold where member_id = :member
                    """).kept(TRADE),
                PersonalTable.of("points_hold_lot").kept(TRADE),
                PersonalTable.of("points_earning").copied("""
                    select order_id, earned, taken from points_earning where member_id = :member
                    """).kept(TRADE),
                PersonalTable.of("points_exchange_lot").kept(TRADE),
                PersonalTable.of("points_exchange_back").kept(TRADE),
                PersonalTable.of("points_exchange").copied("""
                    select points, what, at from points_exchange where member_id = :member
                    """).kept(TRADE),
                PersonalTable.of("points_entry").copied("""
                    select kind, points, debt, order_id, at from points_entry where member_id = :member
                    """).kept(TRADE),
                PersonalTable.of("points_check_in").copied("""
                    select day, streak, points from points_check_in where member_id = :member
                    """).kept(TRADE),
                PersonalTable.of("points_terms").copied("""
                    select per_yuan, per_check_in, spends, changed_at from points_terms where changed_by = :member
                    """).kept(TRADE));
    }
}
