package tuanju.invite;

import java.util.List;
import org.springframework.stereotype.Component;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** Who was brought, and who brought them; each reads their own side alone. */
@Component
class PersonalInvites implements PersonalData {

    @Override
    public String called() {
        return "invite";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("invite")
                .copied("""
            select order_id, state, noted_at from invite where invited_id = :member
            union all select null, state, noted_at from invite where inviter_id = :member
            """)
                .kept("a trade record: three years (E-Commerce Law, Art. 31); names its members by ids alone"));
    }
}
