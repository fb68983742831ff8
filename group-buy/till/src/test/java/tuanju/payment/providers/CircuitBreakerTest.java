package tuanju.payment.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A provider that does not answer for a while. */
class CircuitBreakerTest {

    private Instant now = Instant.parse("2026-11-27T10:00:00Z");
    private final CircuitBreaker breaker = new CircuitBreaker(() -> now);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    @DisplayName("F-30 after three calls without an answer people are told at once that the provider is away")
    void threeSilentCallsAreEnough() {
        silence("slow-pay", 5);
        assertThat(asked).hasValue(3);
        assertThat(breaker.call("other-pay", () -> "payable")).isEqualTo("payable");
    }

    @Test
    @DisplayName(
            "F-30 after ten seconds one call finds out whether it is back, while the others are still told at once")
    void oneCallFindsOut() {
        silence("slow-pay", 3);
        now = now.plusSeconds(10);
        var answer = breaker.call("slow-pay", () -> {
            silence("slow-pay", 4);
            return "payable";
        });
        assertThat(answer).isEqualTo("payable");
        assertThat(asked).hasValue(3);
        silence("slow-pay", 1);
        assertThat(asked).as("it is asked as if nothing had been").hasValue(4);
    }

    @Test
    @DisplayName("F-30 as long as it stays silent one call in ten seconds waits for it")
    void itStaysSilent() {
        silence("slow-pay", 3);
        for (int round = 1; round <= 3; round++) {
            now = now.plus(Duration.ofSeconds(10));
            silence("slow-pay", 4);
            assertThat(asked).hasValue(3 + round);
        }
    }

    @Test
    @DisplayName("F-30 an answer in between begins the count anew")
    void anAnswerBeginsTheCountAnew() {
        silence("slow-pay", 2);
        breaker.call("slow-pay", () -> "payable");
        silence("slow-pay", 3);
        assertThat(asked).hasValue(5);
    }

    private void silence(String provider, int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> breaker.call(provider, this::noAnswer)).isInstanceOf(ProviderUnavailable.class);
        }
    }

    private String noAnswer() {
        asked.incrementAndGet();
        throw new ProviderUnavailable();
    }
}
