package tuanju.order.dues;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.order.PickupTime;
import tuanju.order.Times;

/** How far the orders of cycles are, counted for all of them at once. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class OrderStandings {

    private final JdbcClient jdbc;

    /**
     * The orders of one cycle in numbers.
     *
     * @param orders those whose goods come or came, paid or not
     * @param unpaid those of which something is not paid, also where that decides whether their goods come
     * @param collected those that were handed over
     * @param dues where the money of all of them is
     */
    public record Standing(UUID source, int orders, int unpaid, int collected, Dues dues) {

        /** Of a cycle nobody ordered in yet. */
        public static final Standing NOTHING = new Standing(new UUID(0, 0), 0, 0, 0, Dues.NOTHING);
    }

    /** By the id of the cycle; those without orders are missing. */
    public Map<UUID, Standing> of(CommunityId community, Collection<UUID> sources) {
        if (sources.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select o.source_id, count(*) filter (where o.status <> 'PLACED') as orders,
                            count(*) filter (where d.open_fen > 0) as unpaid,
                            count(*) filter (where o.status in ('COLLECTED', 'COMPLETED')) as collected,
                            sum(d.here_fen)::bigint as here_fen, sum(d.to_leader_fen)::bigint as to_leader_fen,
                            sum(d.open_fen)::bigint as open_fen, sum(d.too_much_fen)::bigint as too_much_fen
                        from orders o join order_due d on d.community_id = o.community_id and d.order_id = o.id
                        where o.community_id = :community and o.source_id in (:sources)
                            and o.status in ('PLACED', 'PAID', 'CONFIRMED', 'COLLECTED', 'COMPLETED')
                        group by o.source_id
                        """)
                .param("community", community.value())
                .param("sources", sources)
                .query((row, number) -> new Standing(
                        row.getObject("source_id", UUID.class),
                        row.getInt("orders"),
                        row.getInt("unpaid"),
                        row.getInt("collected"),
                        OrderDues.read(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Standing::source, Function.identity()));
    }

    /**
     * Orders that wait at this leader's pickup points of a community and are collected in these hours, of cycles and teams
     * alike; not those of cycles whose goods are not here.
     */
    public int waitingAtDeskOf(CommunityId community, MemberId leader, PickupTime day, Collection<UUID> notHere) {
        return jdbc.sql("""
                        select count(*) from orders
                        where community_id = :community and pickup_leader_id = :leader and status = 'CONFIRMED'
                            and (pickup_from is null or pickup_from < :until) and (pickup_until is null or pickup_until >= :from)
                            and (source_id is null or not source_id = any(:notHere))
                        """)
                .param("community", community.value())
                .param("leader", leader.value())
                .param("from", Times.sql(day.from()))
                .param("until", Times.sql(day.until()))
                .param("notHere", notHere.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }
}
