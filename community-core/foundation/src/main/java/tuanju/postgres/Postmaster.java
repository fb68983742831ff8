package tuanju.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;

/** The process that leads a PostgreSQL server, found by the file that it writes into its data directory. */
@Slf4j
final class Postmaster {

    private static final int SECONDS_TO_START = 30;
    private static final int SECONDS_TO_END_FAST = 8;
    private static final int SECONDS_TO_END_AT_ONCE = 4;
    private static final int LOOKS_AT_REMAINS = 60;
    private static final long BETWEEN_LOOKS_NANOS = 50_000_000L;

    private static final Path PROCESSES = Path.of("/proc");
    private static final boolean SYSTEM_TELLS = Files.isDirectory(PROCESSES.resolve("self"));

    private final Path data;
    private final Path pidFile;
    private @Nullable ProcessHandle process;
    private @Nullable PostgresControl control;

    Postmaster(Path data) {
        this.data = data;
        this.pidFile = data.resolve("postmaster.pid");
    }

    /** Whether it lives; another one that took its place counts as the same. */
    boolean isRunning() {
        if (process == null || !isOurs(process)) {
            process = named().filter(this::isOurs).orElse(null);
        }
        if (process != null && control == null) {
            control = process.info()
                    .command()
                    .map(it -> PostgresControl.beside(it, data))
                    .orElse(null);
        }
        return process != null;
    }

    /** Starts it as it was started before, same port and settings, once nothing of its predecessor is left. */
    void startAgain() throws IOException {
        clearRemains();
        if (control == null) {
            throw new IOException("Nobody ever saw this server running");
        }
        control.startAgain(SECONDS_TO_START);
        if (!isRunning()) {
            throw new IOException("It ended while starting");
        }
    }

    /** Ends what an earlier run left behind. Never a smart shutdown: that would wait for whoever is still connected. */
    void endOrphan() throws IOException {
        if (isRunning()) {
            log.info("Ending the PostgreSQL server {} that an earlier run left behind", process);
        }
        end();
    }

    /** Ends it if it runs: fast, else at once, else by force, which costs the next start a recovery and nothing else. */
    void end() throws IOException {
        if (isRunning() && control != null) {
            control.stop("fast", SECONDS_TO_END_FAST);
        }
        if (isRunning() && control != null) {
            control.stop("immediate", SECONDS_TO_END_AT_ONCE);
        }
        if (isRunning() && process != null) {
            process.destroyForcibly();
        }
        clearRemains();
    }

    /**
     * Children outlive a killed postmaster while they are at work or frozen, and PostgreSQL rightly refuses to start
     * beside them. Nobody reads their answers any more.
     */
    private void clearRemains() throws IOException {
        for (int look = 0; look < LOOKS_AT_REMAINS; look++) {
            var remains = isRunning() ? List.<ProcessHandle>of() : remains();
            if (remains.isEmpty() && !isRunning() && named().isEmpty()) {
                return;
            }
            remains.forEach(ProcessHandle::destroyForcibly);
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        forgetReusedNumber();
    }

    private List<ProcessHandle> remains() {
        return SYSTEM_TELLS ? ProcessHandle.allProcesses().filter(this::isOurs).toList() : List.of();
    }

    /**
     * The number in the file may be another program's after a restart of the machine, or a dead one's that nobody buried:
     * PostgreSQL would take either for a server.
     */
    private void forgetReusedNumber() throws IOException {
        if (named().isPresent() && !isRunning()) {
            Files.deleteIfExists(pidFile);
        }
    }

    /** The living process with the number in the file, whatever it is. */
    private Optional<ProcessHandle> named() {
        try {
            return Files.exists(pidFile)
                    ? ProcessHandle.of(Long.parseLong(
                                    Files.readAllLines(pidFile).getFirst().strip()))
                            .filter(ProcessHandle::isAlive)
                    : Optional.empty();
        } catch (IOException | NoSuchElementException | NumberFormatException beingWritten) {
            return Optional.empty();
        }
    }

    private boolean isOurs(ProcessHandle other) {
        return other.isAlive()
                && other.info().command().filter(it -> it.contains("postgres")).isPresent()
                && worksHere(other);
    }

    /** Servers work inside their data directory; where the system does not tell, PostgreSQL's own check remains. */
    private boolean worksHere(ProcessHandle other) {
        try {
            return !SYSTEM_TELLS
                    || Files.isSameFile(
                            PROCESSES.resolve(Long.toString(other.pid())).resolve("cwd"), data);
        } catch (IOException | SecurityException goneOrNotOurs) {
            return false;
        }
    }
}
