package tuanju.faults;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The packaged program as people run it: a process with a port and a data folder of its own, hurt and started again at will. */
public final class Program implements AutoCloseable {

    /** Long, because the machine may be busy; how long it really took is printed. */
    public static final Duration START = Duration.ofMinutes(5);

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** An early death is what is tried here, not speed: the second compiler would only take the others' turn. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m");

    private static final Unpacked UNPACKED =
            Unpacked.program(Path.of(System.getProperty("tuanju.jar", "target/tuanju.jar")), SHORT_LIVED);

    /** As it runs for years. */
    private static final List<String> LONG_LIVED = List.of("-Xmx1g");

    private final Path folder;
    private final int port;
    private final List<String> machine;
    private final List<String> settings;
    private @Nullable Process process;

    Program(Path folder, List<String> settings) {
        this(folder, shortLived(), settings);
    }

    private static List<String> shortLived() {
        return Stream.concat(SHORT_LIVED.stream(), UNPACKED.linked().stream()).toList();
    }

    /** One that is there to be measured, in a folder of its own under "target". */
    public static Program toMeasure(String name, List<String> settings) {
        try {
            return new Program(
                    Files.createTempDirectory(Files.createDirectories(Path.of("target", name)), "data"),
                    LONG_LIVED,
                    settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Program(Path folder, List<String> machine, List<String> settings) {
        this.folder = folder;
        this.port = freePort();
        this.machine = machine;
        this.settings = settings;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Path data() {
        return folder.resolve("data");
    }

    /** Starts it and answers how long it took until it showed its first page. */
    public Duration start() {
        long began = System.nanoTime();
        var running = launch();
        await().atMost(START).pollInterval(Duration.ofMillis(100)).until(() -> !running.isAlive() || answers());
        if (!running.isAlive()) {
            throw new AssertionError(
                    "The program ended with %d while starting:%n%s".formatted(running.exitValue(), lastLines()));
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Starts it without waiting. */
    Process launch() {
        try {
            Files.createDirectories(folder);
            var builder = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile()));
            builder.environment().keySet().removeIf(it -> it.startsWith("TUANJU_") || it.startsWith("SPRING_"));
            builder.environment().put("TUANJU_BASE_URL", address().toString());
            return process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(machine);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                UNPACKED.jar().toString(),
                "--server.port=" + port,
                "--tuanju.data=" + data().toAbsolutePath()));
        // everybody of the load comes from one address
        for (var limit : List.of("codes", "code-tries", "password-tries", "sign-ups")) {
            command.add("--tuanju.per-address.%s-per-hour=100000".formatted(limit));
        }
        command.addAll(settings);
        return command;
    }

    /** {@code kill -9}; answers when it is gone. */
    void kill() {
        running().destroyForcibly().onExit().join();
    }

    /** SIGTERM; answers how long it took to end. */
    Duration terminate() {
        long began = System.nanoTime();
        running().destroy();
        try {
            if (!running().waitFor(90, TimeUnit.SECONDS)) {
                throw new AssertionError("It did not end within 90 s of SIGTERM:\n" + lastLines());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Waits until it shows a page that comes out of the database, and answers how long that took. */
    Duration awaitAnswering() {
        long began = System.nanoTime();
        try {
            await().atMost(START).pollInterval(Duration.ofMillis(100)).until(this::answers);
        } catch (org.awaitility.core.ConditionTimeoutException e) {
            throw new AssertionError("It shows no page " + START.toSeconds() + " s later:\n" + lastLines(), e);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private boolean answers() {
        return status("/") == 200;
    }

    /** The status of an address now; 0 without an answer within five seconds. */
    int status(String path) {
        try {
            var request = HttpRequest.newBuilder(address().resolve(path))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    public Postmaster postmaster() {
        return Postmaster.in(data().resolve("postgres"));
    }

    /** All it said since its first start. */
    public String log() {
        try {
            return Files.exists(logFile().toPath()) ? Files.readString(logFile().toPath()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String lastLines() {
        var lines = log().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    private File logFile() {
        return folder.resolve("program.log").toFile();
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("It was never started");
        }
        return process;
    }

    /** Ends it and whatever database it has left behind. */
    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
        if (Files.exists(data().resolve("postgres/postmaster.pid"))) {
            postmaster().end();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
