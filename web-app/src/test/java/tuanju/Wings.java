package tuanju;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sources of the house, wing by wing: what claims about all of its files are held against. */
final class Wings {

    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private Wings() {}

    /** Every Maven module that holds something. */
    static List<Path> all() {
        try (var folders = Files.walk(ROOT, 2)) {
            return folders.filter(it -> Files.exists(it.resolve("pom.xml")) && Files.exists(it.resolve("src")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every source file of every wing whose path contains the one and ends with the other. */
    static Stream<Path> files(String part, String ending) {
        return all().stream()
                .flatMap(Wings::filesOf)
                .filter(it -> it.toString().contains(part) && it.toString().endsWith(ending));
    }

    static Stream<Path> filesOf(Path wing) {
        try (var files = Files.walk(wing.resolve("src"))) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
