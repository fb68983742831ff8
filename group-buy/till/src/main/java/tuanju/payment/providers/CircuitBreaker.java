package tuanju.payment.providers;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Spares people the wait for a provider that does not answer: after three calls in a row without an answer it is left alone
 * for ten seconds, and everybody is told so at once; then one call finds out whether it is back.
 */
@Component
@RequiredArgsConstructor
public class CircuitBreaker {

    private static final int CALLS_WITHOUT_ANSWER = 3;
    private static final Duration REST = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final ConcurrentMap<String, Silence> silent = new ConcurrentHashMap<>();

    private record Silence(int calls, Instant restsUntil) {

        boolean leavesAlone(Instant now) {
            return calls >= CALLS_WITHOUT_ANSWER && now.isBefore(restsUntil);
        }
    }

    /** Makes this call, or refuses with {@link ProviderUnavailable} at once while the provider is left alone. */
    public <T> T call(String provider, Supplier<T> call) {
        letThrough(provider);
        try {
            var answer = call.get();
            silent.remove(provider);
            return answer;
        } catch (ProviderUnavailable e) {
            silent.merge(
                    provider, new Silence(1, restFromNow()), (it, one) -> new Silence(it.calls() + 1, restFromNow()));
            throw e;
        }
    }

    private void letThrough(String provider) {
        silent.computeIfPresent(provider, (it, silence) -> {
            if (silence.leavesAlone(clock.instant())) {
                throw new ProviderUnavailable();
            }
            // whoever comes beside this call waits for what it finds out
            return new Silence(silence.calls(), restFromNow());
        });
    }

    private Instant restFromNow() {
        return clock.instant().plus(REST);
    }
}
