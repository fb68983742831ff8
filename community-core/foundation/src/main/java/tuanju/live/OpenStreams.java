package tuanju.live;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Counts the streams of this instance, so that nobody takes them all. */
@Component
@RequiredArgsConstructor
class OpenStreams {

    private final LiveSettings settings;
    private final Map<String, Integer> perListener = new HashMap<>();
    private int open;

    /** One more for this listener; refuses when all, their address or they themselves have as many as may be. */
    synchronized void open(Listener listener) {
        boolean isFull = open >= settings.mostOpen()
                || count(address(listener)) >= settings.perAddress()
                || listener.member() != null && count(member(listener)) >= settings.perMember();
        if (isFull) {
            throw new TooManyListeners();
        }
        open++;
        keys(listener).forEach(key -> perListener.merge(key, 1, Integer::sum));
    }

    synchronized void close(Listener listener) {
        open--;
        keys(listener).forEach(key -> perListener.computeIfPresent(key, (it, count) -> count == 1 ? null : count - 1));
    }

    synchronized int count() {
        return open;
    }

    private int count(String key) {
        return perListener.getOrDefault(key, 0);
    }

    private static Stream<String> keys(Listener listener) {
        return listener.member() == null
                ? Stream.of(address(listener))
                : Stream.of(address(listener), member(listener));
    }

    private static String address(Listener listener) {
        return "address " + listener.address();
    }

    private static String member(Listener listener) {
        return "member " + listener.member();
    }
}
