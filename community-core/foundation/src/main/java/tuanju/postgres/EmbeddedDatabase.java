package tuanju.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A PostgreSQL of our own: kept in a directory for a fresh machine, or thrown away after a test run. */
public final class EmbeddedDatabase {

    private EmbeddedDatabase() {}

    /**
     * Starts a cluster that keeps what it answered through restarts and {@code kill -9}, and that is started again when
     * it dies. A server that an earlier run left behind on the directory is ended first; a directory that another
     * program works on is refused.
     */
    public static KeptServer keptIn(Path directory) throws IOException {
        return KeptServer.start(directory);
    }

    /** Starts an empty cluster that is deleted when closed. */
    public static EmbeddedPostgres throwAway() throws IOException {
        return builder()
                // one cluster serves several programs at once, each with connections of its own
                .setServerConfig("max_connections", "300")
                .start();
    }

    static EmbeddedPostgres.Builder builder() {
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
}
