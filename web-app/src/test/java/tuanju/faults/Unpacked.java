package tuanju.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The packaged program as the image has it: unpacked, and with its classes read and linked beforehand where the JDK can
 * do that. So it is back sooner after a fall; together that takes away more than half of the processor time of a start.
 */
record Unpacked(Path jar, List<String> linked) {

    /** The first JDK that writes such a file in one run (JEP 514). */
    private static final int LINKS_BEFOREHAND = 25;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    Unpacked {
        linked = List.copyOf(linked);
    }

    /** Unpacks it beside itself, and starts and ends it once with these options to see which classes it needs. */
    static Unpacked program(Path packaged, List<String> machine) {
        try {
            var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "faults")), "unpacked")
                    .toAbsolutePath();
            var jar = extract(packaged.toAbsolutePath(), folder);
            return new Unpacked(
                    jar,
                    Runtime.version().feature() < LINKS_BEFOREHAND
                            ? List.of()
                            : List.of("-XX:AOTCache=" + link(jar, folder, machine)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path extract(Path packaged, Path folder) throws IOException {
        var log = folder.resolve("extract.log");
        var destination = folder.resolve("program");
        ends(
                java(log, "-Djarmode=tools", "-jar", packaged.toString(), "extract", "--destination", destination + ""),
                log);
        return destination.resolve(packaged.getFileName());
    }

    private static Path link(Path jar, Path folder, List<String> machine) throws IOException {
        var log = folder.resolve("link.log");
        var linked = folder.resolve("tuanju.aot");
        var options = new ArrayList<>(machine);
        options.addAll(List.of(
                "-XX:AOTCacheOutput=" + linked,
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar.toString(),
                "--server.port=0",
                "--tuanju.data=" + folder.resolve("link")));
        var process = java(log, options.toArray(String[]::new));
        await().atMost(PATIENCE)
                .until(() -> !process.isAlive() || Files.readString(log).contains("The demo community"));
        process.destroy();
        ends(process, log);
        return linked;
    }

    private static Process java(Path log, String... arguments) throws IOException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(it -> it.startsWith("TUANJU_") || it.startsWith("SPRING_"));
        return builder.start();
    }

    /** After SIGTERM a JVM ends with 143; both are an end in peace. */
    private static void ends(Process process, Path log) throws IOException {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    || process.exitValue() != 0 && process.exitValue() != 143) {
                process.destroyForcibly();
                throw new AssertionError("The program cannot be made ready: " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
