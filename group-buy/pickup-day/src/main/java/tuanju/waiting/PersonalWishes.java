package tuanju.waiting;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.member.MemberId;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** Goods a member waits or waited for. */
@Component
@RequiredArgsConstructor
class PersonalWishes implements PersonalData {

    private final JdbcClient database;

    @Override
    public String called() {
        return "waiting";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("waiting_wish")
                .copied(
                        "select cycle_id, product_id, quantity, since, status from waiting_wish where member_id = :member")
                .kept("how many waited, by an id alone"));
    }

    @Override
    public List<String> unfinished(MemberId member) {
        boolean open = database.sql("""
                        select exists (select from waiting_wish where member_id = :member and status in ('WAITING', 'OFFERED'))
                        """)
                .param("member", member.value())
                .query(Boolean.class)
                .single();
        return open ? List.of("waiting.closing.wish") : List.of();
    }
}
