package tuanju.deputy;

import java.util.List;
import org.springframework.stereotype.Component;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** Whom a member helped, and who helped them. */
@Component
class PersonalHelp implements PersonalData {

    @Override
    public String called() {
        return "deputy";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("deputy")
                .copied("select community_id, rights, named_at, until, ended_at from deputy where member_id = :member")
                .forgotten("""
                                update deputy set ended_at = now()
                                where (member_id = :member or leader_id = :member) and ended_at is null
                                """)
                .kept("who did it, by an id alone"));
    }
}
