package tuanju.cycle.steering;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.member.MemberId;
import tuanju.member.UnderWay;

/** Cycles that nobody but their leader can bring to an end. */
@Component
@RequiredArgsConstructor
class CyclesUnderWay implements UnderWay {

    private final JdbcClient jdbc;

    @Override
    public Map<MemberId, Integer> of(Collection<MemberId> members) {
        var found = new HashMap<MemberId, Integer>();
        jdbc.sql("""
                        select leader_id, count(*) from order_cycle
                        where leader_id = any(:members) and status not in ('DRAFT', 'DONE', 'LAPSED')
                        group by leader_id
                        """)
                .param("members", members.stream().map(MemberId::value).toArray(UUID[]::new))
                .query(row -> {
                    found.put(new MemberId(row.getObject("leader_id", UUID.class)), row.getInt("count"));
                });
        return found;
    }
}
