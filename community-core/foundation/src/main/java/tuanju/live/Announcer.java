package tuanju.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Collects announcements and sends them together. Notifying inside business transactions would line up their commits,
 * so it happens here, on its own.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class Announcer {

    static final String CHANNEL = "tuanju_live";

    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final JdbcClient database;

    void announce(String topic) {
        waiting.add(topic);
    }

    @Scheduled(fixedDelay = 200)
    void send() {
        var topics = Set.copyOf(waiting);
        if (topics.isEmpty()) {
            return;
        }
        waiting.removeAll(topics);
        try {
            database.sql("select pg_notify(:channel, topic) from unnest(:topics) as topic")
                    .param("channel", CHANNEL)
                    .param("topics", topics.toArray(String[]::new))
                    .query((row, number) -> number)
                    .list();
        } catch (DataAccessException | CannotCreateTransactionException e) {
            log.warn("Announcements wait until the database answers: {}", e.getMessage());
            waiting.addAll(topics);
        }
    }
}
