package tuanju.invariant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was seen of each claim, in the database, so that every instance knows of it. */
@Component
@RequiredArgsConstructor
class InvariantRows {

    private final JdbcClient jdbc;

    /** Makes room for claims that are new and forgets those that nobody makes any more. */
    void keep(List<Invariant> invariants) {
        for (var invariant : invariants) {
            jdbc.sql("""
                            insert into invariant_check (claim, money) values (?, ?)
                            on conflict (claim) do update set money = excluded.money
                            """).params(invariant.claim(), invariant.money()).update();
        }
        jdbc.sql("delete from invariant_check where claim not in (:claims)")
                .param("claims", invariants.stream().map(Invariant::claim).toList())
                .update();
    }

    /** Claims whose time to be looked at has come, the one waiting longest first. */
    List<String> due() {
        return jdbc.sql("select claim from invariant_check where next_at <= now() order by next_at, claim")
                .query((row, number) -> row.getString("claim"))
                .list();
    }

    /** Writes down a look; a release counts for the rows that were seen when it was given, not for others. */
    void seen(String claim, InvariantFinding found, Duration took, Duration next) {
        jdbc.sql("""
                        update invariant_check c set checked_at = now(), unseen_since = null, took_ms = :took,
                            next_at = now() + make_interval(secs => :next), broken_rows = :rows, sample = :sample,
                            broken_marks = look.marks,
                            broken_since = case when :rows > 0 then coalesce(broken_since, now()) end,
                            released_at = case when covered then released_at end,
                            released_by = case when covered then released_by end,
                            released_because = case when covered then released_because end,
                            released_rows = case when covered then released_rows end,
                            released_marks = case when covered then c.released_marks end
                        from (
                            select found.marks, :rows > 0 and found.marks <@ before.released_marks as covered
                            from invariant_check before, (select string_to_array(:marks, ',') as marks) as found
                            where before.claim = :claim) as look
                        where c.claim = :claim
                        """)
                .param("claim", claim)
                .param("rows", found.rows())
                .param("sample", found.sample())
                .param("marks", String.join(",", found.marks()))
                .param("took", took.toMillis())
                .param("next", next.toSeconds())
                .update();
    }

    /** It could not be looked at: what was seen before stays. */
    void unseen(String claim, Duration took, Duration next) {
        jdbc.sql("""
                        update invariant_check set unseen_since = coalesce(unseen_since, now()), took_ms = :took,
                            next_at = now() + make_interval(secs => :next)
                        where claim = :claim
                        """)
                .param("claim", claim)
                .param("took", took.toMillis())
                .param("next", next.toSeconds())
                .update();
    }

    /** All claims: what holds money back first, then what is broken, then what could not be looked at. */
    List<InvariantCheck> all() {
        return jdbc.sql("""
                        select * from invariant_check
                        order by money and broken_since is not null and released_at is null desc,
                            broken_since is null, unseen_since is null, claim
                        """).query(InvariantRows::check).list();
    }

    boolean moneyIsHeld() {
        return jdbc.sql("""
                        select exists (
                            select from invariant_check
                            where money and broken_since is not null and released_at is null)
                        """).query(Boolean.class).single();
    }

    boolean release(String claim, String because, UUID by) {
        return jdbc.sql("""
                        update invariant_check set released_at = now(), released_by = :by, released_because = :because,
                            released_rows = broken_rows, released_marks = broken_marks
                        where claim = :claim and money and broken_since is not null and released_at is null
                        """)
                        .param("by", by)
                        .param("because", because)
                        .param("claim", claim)
                        .update()
                == 1;
    }

    private static InvariantCheck check(ResultSet row, int number) throws SQLException {
        return new InvariantCheck(
                row.getString("claim"),
                row.getBoolean("money"),
                at(row, "checked_at"),
                Duration.ofMillis(row.getLong("took_ms")),
                at(row, "broken_since"),
                row.getInt("broken_rows"),
                row.getString("sample"),
                at(row, "unseen_since"),
                at(row, "released_at"),
                row.getString("released_because"));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
