package tuanju.settlement;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;

/** The fees that communities owe their leaders for settled orders. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class FeesOwed {

    private final JdbcClient jdbc;

    /** What one community owes one leader, and for how many orders. */
    public record Owed(CommunityId community, MemberId leader, int orders, Money fee) {}

    /** Of every community and leader, the most first. */
    public List<Owed> all() {
        return jdbc.sql("""
                        select community_id, leader_id, count(*) as orders, sum(fee_fen)::bigint as fen from settlement
                        where sold = 'GOODS' group by community_id, leader_id order by fen desc, leader_id
                        """)
                .query((row, number) -> new Owed(
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        new MemberId(row.getObject("leader_id", UUID.class)),
                        row.getInt("orders"),
                        Money.ofFen(row.getLong("fen"))))
                .list();
    }

    /** What each community owes others than its leaders for settled orders. */
    public Map<CommunityId, Money> shares() {
        return jdbc
                .sql(
                        "select community_id, sum(fen)::bigint as fen from settlement_share where kind = 'SUPPLIER' group by community_id")
                .query((row, number) -> Map.entry(
                        new CommunityId(row.getObject("community_id", UUID.class)), Money.ofFen(row.getLong("fen"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Of one leader, by community. */
    public List<Owed> to(MemberId leader) {
        return jdbc.sql("""
                        select community_id, count(*) as orders, sum(fee_fen)::bigint as fen from settlement
                        where leader_id = :leader and sold = 'GOODS' group by community_id
                        """)
                .param("leader", leader.value())
                .query((row, number) -> new Owed(
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        leader,
                        row.getInt("orders"),
                        Money.ofFen(row.getLong("fen"))))
                .list();
    }
}
