package tuanju.page;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tuanju.database.Visit.Admission;

/**
 * The hands of the program, its threads: how many one client may keep busy, and how many may wait for what is still being
 * sent. Some are always left for others, and for whoever asks whether the program lives.
 */
@Component
class Hands {

    private final Crowd inside;
    private final Crowd sending;

    Hands(@Value("${server.tomcat.threads.max}") int hands) {
        inside = new Crowd(hands / 2, hands);
        // whoever sends at once is here for a moment only; a household, an office and their deputies find room
        sending = new Crowd(hands / 16, hands / 2);
    }

    /** Everybody who asks for anything, until the last byte of the answer has left. */
    Crowd inside() {
        return inside;
    }

    /** Those of them who are still sending. */
    Crowd sending() {
        return sending;
    }

    /** How many are somewhere at once, by client. */
    static final class Crowd {

        private final int mostOfOne;
        private final int mostOfAll;
        private final AtomicInteger all = new AtomicInteger();
        private final ConcurrentHashMap<String, Integer> byClient = new ConcurrentHashMap<>();

        Crowd(int mostOfOne, int mostOfAll) {
            this.mostOfOne = mostOfOne;
            this.mostOfAll = mostOfAll;
        }

        /** Lets the client in, who then {@linkplain #leave leaves} too, or says why not. */
        Admission enter(String client) {
            if (all.incrementAndGet() > mostOfAll) {
                all.decrementAndGet();
                return Admission.BUSY;
            }
            if (byClient.merge(client, 1, Integer::sum) > mostOfOne) {
                leave(client);
                return Admission.GREEDY;
            }
            return Admission.GRANTED;
        }

        void leave(String client) {
            byClient.computeIfPresent(client, (it, count) -> count == 1 ? null : count - 1);
            all.decrementAndGet();
        }
    }
}
