package tuanju.order;

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
import tuanju.money.Money;

/** How far the orders of cycles are, counted for all of them at once. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class OrderStandings {

    private final JdbcClient jdbc;

    /**
     * The orders of one cycle in numbers.
     *
     * @param orders paid ones, whatever became of them but a refund
     * @param unpaid ones that can still be paid
     * @param collected paid ones that were handed over
     * @param amount of the paid ones
     */
    public record Standing(UUID source, int orders, int unpaid, int collected, Money amount) {

        /** Of a cycle nobody ordered in yet. */
        public static final Standing NOTHING = new Standing(new UUID(0, 0), 0, 0, 0, Money.ZERO);
    }

    /** By the id of the cycle; those without orders are missing. */
    public Map<UUID, Standing> of(CommunityId community, Collection<UUID> sources) {
        if (sources.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select source_id, count(*) filter (where status <> 'PLACED') as orders,
                            count(*) filter (where status = 'PLACED') as unpaid,
                            count(*) filter (where status in ('COLLECTED', 'COMPLETED')) as collected,
                            coalesce(sum(amount_fen) filter (where status <> 'PLACED'), 0) as amount_fen
                        from orders
                        where community_id = :community and source_id in (:sources)
                            and status in ('PLACED', 'PAID', 'CONFIRMED', 'COLLECTED', 'COMPLETED')
                        group by source_id
                        """)
                .param("community", community.value())
                .param("sources", sources)
                .query((row, number) -> new Standing(
                        row.getObject("source_id", UUID.class),
                        row.getInt("orders"),
                        row.getInt("unpaid"),
                        row.getInt("collected"),
                        Money.ofFen(row.getLong("amount_fen"))))
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
