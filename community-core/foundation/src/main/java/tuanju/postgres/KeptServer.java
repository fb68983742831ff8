package tuanju.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import lombok.extern.slf4j.Slf4j;

/**
 * The PostgreSQL server of one data directory. It is watched: when it dies, it is started again on the same port, so that
 * connection pools find it as if nothing had happened.
 */
@Slf4j
public final class KeptServer implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration TO_END_A_START = Duration.ofSeconds(40);

    private final DirectoryLock lock;
    private final EmbeddedPostgres postgres;
    private final Postmaster postmaster;
    private final Thread watch;
    private volatile boolean closing;

    private KeptServer(DirectoryLock lock, EmbeddedPostgres postgres, Postmaster postmaster) {
        this.lock = lock;
        this.postgres = postgres;
        this.postmaster = postmaster;
        this.watch = Thread.ofPlatform().name("postgres-watch").daemon().unstarted(this::watch);
    }

    static KeptServer start(Path directory) throws IOException {
        var lock = DataDirectory.take(directory);
        try {
            var binaries = OwnerOnly.make(directory.resolve("binaries"));
            OwnerOnly.restrict(binaries);
            var data = directory.resolve("postgres");
            new Postmaster(data).endOrphan();
            var postgres = start(data, binaries);
            // the library opens them to everybody, whatever they were
            OwnerOnly.restrict(binaries);
            var server = new KeptServer(lock, postgres, new Postmaster(data));
            server.watch.start();
            return server;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedPostgres start(Path data, Path binaries) throws IOException {
        return EmbeddedDatabase.builder()
                // the library switches both off; what people were told is theirs must still be there after a fall
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .start();
    }

    /** The loopback port, the same after every restart of the server. */
    public int port() {
        return postgres.getPort();
    }

    /** Where its one database is found, as the owner of all tables, without a password. */
    public String jdbcUrl() {
        return jdbcUrlAs(EmbeddedRoles.OWNER);
    }

    /** The same as another role. */
    String jdbcUrlAs(String role) {
        return postgres.getJdbcUrl(role, "postgres");
    }

    private void watch() {
        postmaster.isRunning();
        for (int failures = 0; !closing; ) {
            if (postmaster.isRunning()) {
                failures = 0;
                pause(BETWEEN_LOOKS);
            } else if (!startAgain()) {
                failures++;
                pause(pauseAfter(failures));
            }
        }
    }

    private boolean startAgain() {
        long begun = System.nanoTime();
        log.warn("The PostgreSQL server has died and is started again");
        try {
            postmaster.startAgain();
            log.warn("The PostgreSQL server is back after {} ms", (System.nanoTime() - begun) / 1_000_000);
            return true;
        } catch (IOException | UncheckedIOException e) {
            log.error("The PostgreSQL server does not start; trying again: {}", e.getMessage());
            return false;
        }
    }

    /** 1 s, 2 s, 4 s … 15 s. */
    private static Duration pauseAfter(int failures) {
        var pause = Duration.ofSeconds(1L << Math.min(failures - 1, 4));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }

    /** Ends the server, fast: open transactions are rolled back, open connections closed. It is not started again. */
    @Override
    public void close() throws IOException {
        closing = true;
        LockSupport.unpark(watch);
        // a program that is told to stop while it starts is interrupted; the server ends properly all the same
        boolean interrupted = Thread.interrupted();
        try {
            watch.join(TO_END_A_START);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        postgres.close();
        postmaster.end();
        lock.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
