package tuanju.referral;

import java.util.List;
import org.springframework.stereotype.Component;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** That a member may earn by what they bring, and since when. */
@Component
class PersonalReferrers implements PersonalData {

    private static final String TRADE =
            "who accepted which terms of earning: three years (E-Commerce Law, Art. 31); names them by an id alone";

    @Override
    public String called() {
        return "referral";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("referrer").copied("""
                    select community_id, since from referrer where member_id = :member
                    """).kept(TRADE),
                PersonalTable.of("referrer_acceptance").copied("""
                    select community_id, version, accepted_at from referrer_acceptance where member_id = :member
                    """).kept(TRADE));
    }
}
