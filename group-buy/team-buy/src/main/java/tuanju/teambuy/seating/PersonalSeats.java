package tuanju.teambuy.seating;

import java.util.List;
import org.springframework.stereotype.Component;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** Seats a member took in teams. */
@Component
class PersonalSeats implements PersonalData {

    @Override
    public String called() {
        return "teambuy";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("seat")
                        .copied("""
                                select t.code as team, s.status, s.taken_at, s.paid_at, s.ended_at
                                from seat s join team t using (community_id) where t.id = s.team_id and s.member_id = :member
                                """)
                        .kept("a trade record: three years (E-Commerce Law, Art. 31); names its buyer by an id alone"),
                PersonalTable.of("team")
                        .copied("select code, status from team where opener_id = :member")
                        .kept("a trade record: three years (E-Commerce Law, Art. 31); names its buyer by an id alone"));
    }
}
