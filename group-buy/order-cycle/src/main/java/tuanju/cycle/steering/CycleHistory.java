package tuanju.cycle.steering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleStatus;

/** What happened to a cycle, step by step, as the database wrote it down. */
@Component
@RequiredArgsConstructor
class CycleHistory {

    private final JdbcClient jdbc;

    /**
     * One step.
     *
     * @param byClock whether nobody did it but the time
     * @param cause its words are {@code cycle.cause.<cause>}
     */
    record Entry(CycleStatus status, Instant at, boolean byClock, String cause) {}

    /** Oldest first. */
    List<Entry> of(CycleCard cycle) {
        return jdbc.sql("""
                        select to_status, at, actor_id is null as by_clock, cause from order_cycle_history
                        where community_id = :community and cycle_id = :cycle order by step
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query(CycleHistory::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                CycleStatus.valueOf(row.getString("to_status")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBoolean("by_clock"),
                row.getString("cause"));
    }
}
