package tuanju.postgres;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lombok.extern.slf4j.Slf4j;

/** PostgreSQL's own command for starting and ending servers, beside the binary that runs one. */
@Slf4j
record PostgresControl(Path command, Path data) {

    private static final int SECONDS_TO_ANSWER = 5;

    static PostgresControl beside(String postgres, Path data) {
        var command = postgres.endsWith(".exe") ? "pg_ctl.exe" : "pg_ctl";
        return new PostgresControl(Path.of(postgres).resolveSibling(command), data);
    }

    /** Starts the server with the settings it was started with last, and waits until it answers. */
    void startAgain(int seconds) throws IOException {
        run(seconds, "restart", "-m", "immediate");
    }

    /** Asks the server to end and waits for it, as long as is said and no longer. */
    void stop(String mode, int seconds) {
        try {
            run(seconds, "stop", "-m", mode);
        } catch (IOException e) {
            log.warn("The PostgreSQL server does not end ({}): {}", mode, e.getMessage());
        }
    }

    private void run(int seconds, String... act) throws IOException {
        var words = new ArrayList<String>();
        // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody
        if (LinuxUtils.isUnshareAvailable()) {
            words.addAll(List.of("unshare", "-U"));
        }
        words.add(command.toString());
        words.addAll(List.of(act));
        words.addAll(List.of("-D", data.toString(), "-w", "-t", Integer.toString(seconds)));
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        Thread.ofPlatform().name("postgres-words").daemon().start(() -> tell(process));
        int result = ending(process, seconds + SECONDS_TO_ANSWER);
        if (result != 0) {
            throw new IOException("pg_ctl " + act[0] + " ended with " + result);
        }
    }

    /** A server goes on speaking into the ears of whoever started it. */
    private static void tell(Process process) {
        try (var words = process.inputReader()) {
            words.lines().forEach(it -> log.info("postgres: {}", it));
        } catch (IOException | UncheckedIOException ended) {
            log.debug("The server has nothing more to say", ended);
        }
    }

    private static int ending(Process process, int seconds) throws IOException {
        try {
            if (process.waitFor(seconds, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroy();
        throw new IOException("pg_ctl does not end");
    }
}
