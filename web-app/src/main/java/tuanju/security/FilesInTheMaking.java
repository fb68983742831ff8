package tuanju.security;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tuanju.command.TooBusy;
import tuanju.command.TooMany;

/** The files that are being made just now: at most on half of the connections, and of them half for one member. */
@Component
class FilesInTheMaking {

    private final Semaphore free;
    private final int mostOfOne;
    private final ConcurrentHashMap<String, Integer> byMember = new ConcurrentHashMap<>();

    FilesInTheMaking(@Value("${spring.datasource.hikari.maximum-pool-size}") int connections) {
        int most = Math.max(2, connections / 2);
        free = new Semaphore(most);
        mostOfOne = most / 2;
    }

    /** Begins one more, which {@linkplain #end ends} too; refuses with TooMany or TooBusy. */
    void begin(String member) {
        if (byMember.merge(member, 1, Integer::sum) > mostOfOne) {
            leave(member);
            throw new TooMany(TooBusy.RETRY_AFTER_SECONDS);
        }
        if (!free.tryAcquire()) {
            leave(member);
            throw new TooBusy();
        }
    }

    void end(String member) {
        leave(member);
        free.release();
    }

    private void leave(String member) {
        byMember.computeIfPresent(member, (it, count) -> count == 1 ? null : count - 1);
    }
}
