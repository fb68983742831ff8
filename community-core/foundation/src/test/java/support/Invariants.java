package support;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Every integration, race and fault test ends by checking what must never be seen in the data. */
public final class Invariants {

    private Invariants() {}

    /** Runs every module's invariants that are on the class path and fails with the broken claims. */
    public static void check(JdbcClient jdbc) {
        assertThat(new tuanju.invariant.Invariants(jdbc).violations()).isEmpty();
    }
}
