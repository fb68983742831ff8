package tuanju.pickup.printing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.cycle.CycleCard;
import tuanju.member.MemberId;
import tuanju.outbox.StoredJson;
import tuanju.pickup.Standing;
import tuanju.pickup.Walk;

/** Remembers the last run sheet of a cycle that left the house, and says whether it still holds. */
@Component
@RequiredArgsConstructor
public class PrintedWalks {

    private final JdbcClient jdbc;
    private final StoredJson stored;

    /**
     * A run sheet somebody holds, against what it would say now.
     *
     * @param version what stands on the paper
     * @param outOfDate whether a new one would say something else, or the same in another sequence
     * @param changes door by door; empty when only the sequence changed
     */
    public record Printed(Instant at, String version, boolean outOfDate, List<ListChange> changes) {
        public Printed {
            changes = List.copyOf(changes);
        }
    }

    @Transactional
    void remember(CycleCard cycle, MemberId by, Walk walk) {
        jdbc.sql("""
                        insert into walk_print (community_id, cycle_id, standing, printed_by)
                        values (:community, :cycle, cast(:standing as jsonb), :by)
                        on conflict (community_id, cycle_id) do update set standing = excluded.standing,
                            printed_at = clock_timestamp(), printed_by = excluded.printed_by
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("standing", stored.write(walk.standing()))
                .param("by", by.value())
                .update();
    }

    /** The last one against this walk; empty when none was printed. */
    @Transactional(readOnly = true)
    public Optional<Printed> of(CycleCard cycle, Walk now) {
        return jdbc.sql("""
                        select standing, printed_at from walk_print
                        where community_id = :community and cycle_id = :cycle
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query((row, number) -> printed(
                        stored.read(row.getString("standing"), Standing.class),
                        row.getObject("printed_at", OffsetDateTime.class).toInstant(),
                        now.standing()))
                .optional();
    }

    private static Printed printed(Standing was, Instant at, Standing now) {
        boolean same = was.fingerprint().equals(now.fingerprint());
        return new Printed(at, was.version(), !same, same ? List.of() : ListChanges.between(was, now));
    }
}
