package tuanju.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import support.TestDatabase;

@SpringBootTest
@Import(TestDatabase.class)
@ActiveProfiles("test")
class RateLimitsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    RateLimits limits;

    @Autowired
    JdbcClient database;

    private final String key = "test " + UUID.randomUUID();

    @Test
    void soManyTriesAreGrantedAndThenOneEveryShareOfThePeriod() {
        for (int i = 0; i < 4; i++) {
            limits.take(key, 4, HOUR);
        }
        assertThatExceptionOfType(TooMany.class)
                .isThrownBy(() -> limits.take(key, 4, HOUR))
                .satisfies(it -> assertThat(it.getRetryAfterSeconds()).isBetween(890L, 901L));
        timePasses(Duration.ofMinutes(15));
        limits.take(key, 4, HOUR);
        assertThatExceptionOfType(TooMany.class).isThrownBy(() -> limits.take(key, 4, HOUR));
    }

    @Test
    @DisplayName("F-38 tries that were counted by a clock two hours fast keep nobody out once it is set back")
    void aClockSetBackKeepsNobodyOut() {
        limits.take(key, 4, HOUR);
        timePasses(Duration.ofHours(-2));
        limits.take(key, 1, HOUR);
        assertThatExceptionOfType(TooMany.class)
                .as("counted again by the right clock")
                .isThrownBy(() -> limits.take(key, 1, HOUR));
    }

    @Test
    void forgivingGivesEveryTryBack() {
        limits.take(key, 1, HOUR);
        limits.forgive(key);
        limits.take(key, 1, HOUR);
    }

    @Test
    @DisplayName("A-94 thirty tries at once are counted one by one")
    void triesAtOnceAreCountedOneByOne() {
        var granted = new AtomicInteger();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 30; i++) {
                callers.submit(() -> {
                    limits.take(key, 10, HOUR);
                    granted.incrementAndGet();
                });
            }
        }
        assertThat(granted).hasValue(10);
    }

    private void timePasses(Duration duration) {
        database.sql(
                        "update rate_limit set whole_again_at = whole_again_at - :s * interval '1 second' where key = :key")
                .param("s", duration.toSeconds())
                .param("key", key)
                .update();
    }
}
