package tuanju.secondword;

import java.util.List;
import org.springframework.stereotype.Component;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** What a member proposed that needed the word of another. */
@Component
class PersonalWords implements PersonalData {

    @Override
    public String called() {
        return "secondword";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("second_word")
                .copied("""
                                select kind, fen, reason, status, proposed_at, decided_at from second_word where proposed_by = :member
                                """)
                .forgotten("""
                                update second_word set status = 'EXPIRED', wanted = ''
                                where status = 'WAITING' and thing_id = :member
                                """)
                .kept("who decided about money or power, and why, by an id alone"));
    }
}
