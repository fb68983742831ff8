package tuanju.command;

import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How often something may be tried, counted in the database so that every instance counts together. */
@Component
@RequiredArgsConstructor
public class RateLimits {

    /** When all is given back; what lies further ahead than any try can put it was counted by a clock that was fast. */
    private static final String WHOLE_AGAIN = """
            case when rate_limit.whole_again_at > clock_timestamp() + :allowance * interval '1 ms' + interval '1 minute'
                then clock_timestamp() else greatest(rate_limit.whole_again_at, clock_timestamp()) end""";

    private final JdbcClient database;

    /**
     * Takes one of the given number of tries per period, or refuses with TooMany (429). Used tries come back evenly over
     * the period. Counts in a transaction of its own: a try stays counted when what follows is refused.
     *
     * @param key what is counted, such as "sign-in 138…"; at most 200 characters
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void take(String key, int tries, Duration period) {
        long allowance = period.toMillis();
        boolean granted = database.sql("""
                        insert into rate_limit (key, whole_again_at)
                        values (:key, clock_timestamp() + :share * interval '1 ms')
                        on conflict (key) do update
                        set whole_again_at = %1$s + :share * interval '1 ms'
                        where %1$s + :share * interval '1 ms' <= clock_timestamp() + :allowance * interval '1 ms'
                        """.formatted(WHOLE_AGAIN))
                        .param("key", key)
                        .param("share", allowance / tries)
                        .param("allowance", allowance)
                        .update()
                == 1;
        if (!granted) {
            throw new TooMany(secondsUntilNextTry(key, tries, allowance));
        }
    }

    /** Gives every try back, for instance after the right password. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void forgive(String key) {
        database.sql("delete from rate_limit where key = :key")
                .param("key", key)
                .update();
    }

    int forgetTheWhole() {
        return database.sql("delete from rate_limit where whole_again_at < now()")
                .update();
    }

    private long secondsUntilNextTry(String key, int tries, long allowance) {
        return database.sql("""
                        select greatest(1, ceil(extract(epoch from
                            whole_again_at + (:share - :allowance) * interval '1 ms' - clock_timestamp())))::bigint
                        from rate_limit where key = :key
                        """)
                .param("key", key)
                .param("share", allowance / tries)
                .param("allowance", allowance)
                .query(Long.class)
                .optional()
                .orElse(1L);
    }
}
