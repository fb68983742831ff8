package tuanju.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lombok.extern.slf4j.Slf4j;

/** A PostgreSQL of our own: kept in a directory for a fresh machine, or thrown away after a test run. */
@Slf4j
public final class EmbeddedDatabase {

    private EmbeddedDatabase() {}

    /** Starts a cluster that survives restarts and {@code kill -9}; an orphaned server on the same directory is ended first. */
    public static EmbeddedPostgres keptIn(Path directory) throws IOException {
        Path data = directory.resolve("postgres");
        Files.createDirectories(directory);
        endOrphan(data);
        return builder()
                // the library always switches fsync off; what people keep must be safe
                .setServerConfig("fsync", "on")
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
                .start();
    }

    /** Starts an empty cluster that is deleted when closed. */
    public static EmbeddedPostgres throwAway() throws IOException {
        return builder()
                // one cluster serves several programs at once, each with connections of its own
                .setServerConfig("max_connections", "300")
                .start();
    }

    private static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                // no hook of its own: it would stop the server before Spring has closed what uses it
                .setRegisterShutdownHook(false)
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("max_connections", "100")
                .setServerConfig("unix_socket_directories", "")
                // its errors quote rows and statements, phones and names; they reach us as exceptions all the same
                .setServerConfig("log_min_messages", "log")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C.UTF-8");
    }

    private static void endOrphan(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        ProcessHandle.of(pid).filter(EmbeddedDatabase::isPostgres).ifPresent(EmbeddedDatabase::end);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().filter(it -> it.contains("postgres")).isPresent();
    }

    private static void end(ProcessHandle orphan) {
        log.info("Ending the PostgreSQL server {} that an earlier run left behind", orphan.pid());
        orphan.destroy();
        try {
            orphan.onExit().get(10, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            orphan.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted while ending server " + orphan.pid(), e));
        }
    }
}
