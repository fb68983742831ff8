package tuanju.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Listens to PostgreSQL for announcements of every instance, on one connection of its own that is renewed when lost. */
@Slf4j
@Component
@RequiredArgsConstructor
class Ear implements SmartLifecycle {

    private final DataSource database;
    private final LiveTopics topics;
    private volatile boolean running;
    private @Nullable Thread thread;

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("live-ear").daemon().start(this::listen);
    }

    @Override
    public void stop() {
        running = false;
        var listening = thread;
        if (listening != null) {
            hangUp(listening);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void listen() {
        while (running) {
            try (var connection = database.getConnection()) {
                hear(connection);
            } catch (SQLException | RuntimeException e) {
                // whatever it was: an instance that stopped listening would be deaf until it is started again
                if (running) {
                    log.warn("Live pages wait a second: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + Announcer.CHANNEL);
        }
        var postgres = connection.unwrap(PGConnection.class);
        while (running) {
            PGNotification @Nullable [] heard = postgres.getNotifications(1_000);
            for (var notification : heard == null ? new PGNotification[0] : heard) {
                topics.deliver(notification.getParameter());
            }
        }
    }

    /** It looks up once a second; an interruption would tear its connection apart. */
    private static void hangUp(Thread listening) {
        try {
            listening.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        java.util.concurrent.locks.LockSupport.parkNanos(1_000_000_000L);
    }
}
