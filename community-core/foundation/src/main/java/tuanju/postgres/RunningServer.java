package tuanju.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The PostgreSQL server that has a cluster open right now.
 *
 * @param port on the loopback
 */
record RunningServer(long pid, int port) {

    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    /** Empty when nobody has the cluster open; a file left behind by a killed server counts for nothing. */
    static Optional<RunningServer> on(Path cluster) throws IOException {
        try {
            var lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            if (lines.size() <= PORT_LINE) {
                return Optional.empty();
            }
            var server = new RunningServer(
                    Long.parseLong(lines.get(PID_LINE).strip()),
                    Integer.parseInt(lines.get(PORT_LINE).strip()));
            return Optional.of(server).filter(it -> isPostgres(it.pid()));
        } catch (NoSuchFileException nobody) {
            return Optional.empty();
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private static boolean isPostgres(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(it -> it.info().command())
                .filter(it -> it.contains("postgres"))
                .isPresent();
    }
}
