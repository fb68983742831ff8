package tuanju.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The packaged program unpacked, as the image has it: it starts with two thirds of the processor time. */
final class Unpacked {

    private Unpacked() {}

    /** Unpacks it beside itself; answers what to run. */
    static Path program(Path jar) {
        try {
            var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "faults")), "unpacked");
            var log = folder.resolve("extract.log").toFile();
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Djarmode=tools",
                            "-jar",
                            jar.toAbsolutePath().toString(),
                            "extract",
                            "--destination",
                            folder.resolve("program").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start();
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new AssertionError("It cannot be unpacked: " + Files.readString(log.toPath()));
            }
            return folder.resolve("program").resolve(jar.getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
