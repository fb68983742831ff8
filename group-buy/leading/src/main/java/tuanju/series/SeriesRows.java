package tuanju.series;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** The table of series. */
@Component
@RequiredArgsConstructor
class SeriesRows {

    private static final String DUE = "paused_at is null and ended_at is null and next_at <= now()";
    private static final int BATCH = 50;

    private final JdbcClient jdbc;

    void add(Series series) {
        jdbc.sql("""
                        insert into cycle_series
                            (community_id, id, leader_id, cycle_id, every_weeks, weekday, at, opens, next_at)
                        values (:community, :id, :leader, :cycle, :everyWeeks, :weekday, :at, :opens, :next)
                        """)
                .param("community", series.community().value())
                .param("id", series.id())
                .param("leader", series.leader().value())
                .param("cycle", series.cycle())
                .param("everyWeeks", series.rhythm().everyWeeks())
                .param("weekday", series.rhythm().weekday().getValue())
                .param("at", series.rhythm().at())
                .param("opens", series.opens())
                .param("next", series.next().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Series> of(MemberId leader, Collection<CommunityId> communities) {
        if (communities.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select * from cycle_series
                        where community_id in (:communities) and leader_id = :leader and ended_at is null
                        order by next_at
                        """)
                .param(
                        "communities",
                        communities.stream().map(CommunityId::value).toList())
                .param("leader", leader.value())
                .query(SeriesRows::series)
                .list();
    }

    /** Those whose turn has come by the database's clock. */
    List<Series> due() {
        return jdbc.sql("select * from cycle_series where " + DUE + " order by next_at limit :batch")
                .param("batch", BATCH)
                .query(SeriesRows::series)
                .list();
    }

    /** The series if its turn is still due; locked, and empty while another instance has it. */
    Optional<Series> lockDue(Series series) {
        return jdbc.sql("select * from cycle_series where community_id = :community and id = :id and " + DUE
                        + " for update skip locked")
                .param("community", series.community().value())
                .param("id", series.id())
                .query(SeriesRows::series)
                .optional();
    }

    void turned(Series series, Series.Outcome outcome, Instant next) {
        jdbc.sql("""
                        update cycle_series set last_at = now(), last_outcome = :outcome, next_at = :next
                        where community_id = :community and id = :id
                        """)
                .param("outcome", outcome.name())
                .param("next", next.atOffset(ZoneOffset.UTC))
                .param("community", series.community().value())
                .param("id", series.id())
                .update();
    }

    void pause(Series series, boolean isPaused, Instant next) {
        jdbc.sql("""
                        update cycle_series set paused_at = case when :paused then now() end, next_at = :next
                        where community_id = :community and id = :id
                        """)
                .param("paused", isPaused)
                .param("next", next.atOffset(ZoneOffset.UTC))
                .param("community", series.community().value())
                .param("id", series.id())
                .update();
    }

    void end(Series series) {
        jdbc.sql("update cycle_series set ended_at = now() where community_id = :community and id = :id")
                .param("community", series.community().value())
                .param("id", series.id())
                .update();
    }

    private static Series series(ResultSet row, int number) throws SQLException {
        var rhythm = new Rhythm(
                row.getInt("every_weeks"), DayOfWeek.of(row.getInt("weekday")), row.getObject("at", LocalTime.class));
        return new Series(
                row.getObject("id", UUID.class),
                new CommunityId(row.getObject("community_id", UUID.class)),
                new MemberId(row.getObject("leader_id", UUID.class)),
                row.getObject("cycle_id", UUID.class),
                rhythm,
                row.getBoolean("opens"),
                row.getObject("next_at", OffsetDateTime.class).toInstant(),
                row.getObject("paused_at") != null,
                last(row));
    }

    private static Series.@Nullable Turn last(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject("last_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Series.Turn(Series.Outcome.valueOf(row.getString("last_outcome")), at.toInstant());
    }
}
