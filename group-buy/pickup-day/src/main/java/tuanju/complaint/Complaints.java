package tuanju.complaint;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** Complaints in numbers, by cycle: for boards and scorecards. */
@Component
@RequiredArgsConstructor
public class Complaints {

    /** Says whose complaints are looked at first; implemented by what members may have that brings that along. */
    public interface ServedFirst {

        /** Those of these members. */
        Set<MemberId> among(CommunityId community, Collection<MemberId> members);
    }

    private final JdbcClient jdbc;
    private final ComplaintLists lists;

    /**
     * The complaints of one cycle or team.
     *
     * @param count all of them, whatever became of them
     * @param waiting for the operator
     * @param orders that were complained about
     * @param given what went back
     * @param untilGiven from report until the refund was asked for, the median of those given; zero where none was
     */
    public record Figures(UUID source, int count, int waiting, int orders, Money given, Duration untilGiven) {}

    /** How many wait for an operator, in all communities together. */
    @Transactional(readOnly = true)
    public int waitingForOperators() {
        return lists.waiting();
    }

    /** Since when the one that waits longest for an operator has; empty where none does. */
    @Transactional(readOnly = true)
    public Optional<Instant> waitingForOperatorsSince() {
        return lists.waitingSince();
    }

    /** By the id of the cycle or team; those without complaints are missing. */
    @Transactional(readOnly = true)
    public Map<UUID, Figures> of(CommunityId community, Collection<UUID> sources) {
        if (sources.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select source_id, count(*) as complaints, count(*) filter (where status = 'WAITING') as waiting,
                            count(distinct order_id) as orders, sum(given_fen) as given_fen,
                            coalesce(percentile_cont(0.5) within group (
                                order by extract(epoch from decided_at - reported_at))
                                filter (where status = 'GIVEN'), 0) as seconds
                        from complaint where community_id = :community and source_id in (:sources)
                        group by source_id
                        """)
                .param("community", community.value())
                .param("sources", sources)
                .query((row, number) -> new Figures(
                        row.getObject("source_id", UUID.class),
                        row.getInt("complaints"),
                        row.getInt("waiting"),
                        row.getInt("orders"),
                        Money.ofFen(row.getLong("given_fen")),
                        Duration.ofMillis(Math.max(0, Math.round(row.getDouble("seconds") * 1000)))))
                .list()
                .stream()
                .collect(Collectors.toMap(Figures::source, Function.identity()));
    }
}
