package tuanju.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The processes of a program's own PostgreSQL, and what may befall them. */
public record Postmaster(long pid, int port) {

    static Postmaster in(Path cluster) {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            return new Postmaster(
                    Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(3).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How its owner gets in. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&connectTimeout=5&socketTimeout=60";
    }

    /** {@code kill -9} of the postmaster and everything it started, as when the machine loses power. */
    void kill() {
        signal("KILL", everything());
        process().ifPresent(it -> it.onExit().join());
    }

    /** An order to shut down: INT is "fast", QUIT is "immediate". */
    void shutDown(String signal) {
        signal(signal, Stream.of(pid));
        process().ifPresent(it -> it.onExit().join());
    }

    void freeze() {
        signal("STOP", everything());
    }

    void thaw() {
        signal("CONT", everything());
    }

    /** {@code kill -9} of one of its processes. */
    static void killOne(long backend) {
        signal("KILL", Stream.of(backend));
    }

    void end() {
        if (process()
                .flatMap(it -> it.info().command())
                .filter(it -> it.contains("postgres"))
                .isPresent()) {
            thaw();
            kill();
        }
    }

    private Stream<Long> everything() {
        var children = process().stream()
                .flatMap(ProcessHandle::children)
                .map(ProcessHandle::pid)
                .toList();
        return Stream.concat(Stream.of(pid), children.stream());
    }

    private Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid);
    }

    private static void signal(String name, Stream<Long> pids) {
        var command = Stream.concat(Stream.of("kill", "-" + name), pids.map(String::valueOf))
                .toList();
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
