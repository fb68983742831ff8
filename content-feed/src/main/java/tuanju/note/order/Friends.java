package tuanju.note.order;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.conduct.Acquaintances;
import tuanju.member.MemberId;

/** Of whom one follows the other, they know each other. */
@Component
@RequiredArgsConstructor
class Friends implements Acquaintances {

    private final JdbcClient jdbc;

    @Override
    public List<Pair> among(Collection<MemberId> people) {
        return jdbc.sql("""
                        select f.member_id, f.other_id from following f
                        where f.member_id = any(:people) and f.other_id = any(:people)
                        """)
                .param("people", people.stream().map(MemberId::value).toArray(UUID[]::new))
                .query((row, number) -> new Pair(
                        new MemberId(row.getObject("member_id", UUID.class)),
                        new MemberId(row.getObject("other_id", UUID.class))))
                .list();
    }
}
