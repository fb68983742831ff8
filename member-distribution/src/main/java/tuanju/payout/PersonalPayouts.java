package tuanju.payout;

import java.util.List;
import org.springframework.stereotype.Component;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** What a member asked for, and which batches an operator handled. */
@Component
class PersonalPayouts implements PersonalData {

    private static final String TRADE =
            "a trade record: three years (E-Commerce Law, Art. 31); names its people by an id alone";

    @Override
    public String called() {
        return "payout";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("withdrawal").copied("""
                    select amount_fen, tax_fen, state, asked_at, ended_at from withdrawal where member_id = :member
                    """).kept(TRADE),
                PersonalTable.of("payout_batch").copied("""
                    select made_at, approved_at from payout_batch where made_by = :member
                    """).kept(TRADE));
    }
}
