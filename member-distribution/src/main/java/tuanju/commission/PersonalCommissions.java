package tuanju.commission;

import java.util.List;
import org.springframework.stereotype.Component;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** What a member earned by what they brought. */
@Component
class PersonalCommissions implements PersonalData {

    private static final String TRADE =
            "a trade record: three years (E-Commerce Law, Art. 31); names its people by an id alone";

    @Override
    public String called() {
        return "commission";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("commission").copied("""
                    select order_code, state, fen, placed_at, settled_at from commission where referrer_id = :member
                    """).kept(TRADE),
                PersonalTable.of("commission_rule").copied("""
                    select scope, basis_points, made_at, ended_at from commission_rule
                    where scope = 'PERSON' and subject = :member::text
                    """).kept(TRADE));
    }
}
