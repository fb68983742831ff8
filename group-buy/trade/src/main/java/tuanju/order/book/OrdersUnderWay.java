package tuanju.order.book;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.member.MemberId;
import tuanju.member.UnderWay;

/** Orders whose goods still wait for their buyer. */
@Component
@RequiredArgsConstructor
class OrdersUnderWay implements UnderWay {

    private final JdbcClient jdbc;

    @Override
    public Map<MemberId, Integer> of(Collection<MemberId> members) {
        var found = new HashMap<MemberId, Integer>();
        jdbc.sql("""
                        select buyer_id, count(*) from orders
                        where buyer_id = any(:members) and status in ('PLACED', 'PAID', 'CONFIRMED')
                        group by buyer_id
                        """)
                .param("members", members.stream().map(MemberId::value).toArray(UUID[]::new))
                .query(row -> {
                    found.put(new MemberId(row.getObject("buyer_id", UUID.class)), row.getInt("count"));
                });
        return found;
    }
}
