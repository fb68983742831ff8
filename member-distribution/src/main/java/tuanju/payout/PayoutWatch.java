package tuanju.payout;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What operators watch about withdrawals: how many wait for a person, and since when. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class PayoutWatch {

    private final JdbcClient jdbc;

    /** Withdrawals that nobody has gathered yet, and batches that not two have approved. */
    public int waiting() {
        return jdbc.sql("""
                        select (select count(*) from withdrawal where state = 'LOCKED' and batch_id is null)
                            + (select count(*) from payout_batch where approved_at is null)
                        """).query(Integer.class).single();
    }

    /** Since when the one that waits longest has; empty where none does. */
    public Optional<Instant> waitingSince() {
        return jdbc.sql("""
                        select least(
                            (select min(asked_at) from withdrawal where state = 'LOCKED' and batch_id is null),
                            (select min(made_at) from payout_batch where approved_at is null)) as since
                        """)
                .query((row, number) ->
                        Optional.ofNullable(row.getTimestamp("since")).map(Timestamp::toInstant))
                .single();
    }
}
