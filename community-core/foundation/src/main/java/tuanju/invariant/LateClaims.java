package tuanju.invariant;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.job.WaitsForTheClock;

/** Claims that would not be looked at for longer than a dear one ever waits, since the clock went back. */
@Component
@RequiredArgsConstructor
class LateClaims implements WaitsForTheClock {

    private final JdbcClient jdbc;

    @Override
    public String named() {
        return "claims";
    }

    @Override
    public int goOn(String ahead) {
        return jdbc.sql("""
                        update invariant_check set next_at = now()
                        where next_at > %s + interval '1 second' * greatest(:round, took_ms / 1000.0 * :seldom)
                        """.formatted(ahead))
                .param("round", InvariantWatch.ROUND.toSeconds())
                .param("seldom", InvariantWatch.A_HUNDREDTH)
                .update();
    }
}
