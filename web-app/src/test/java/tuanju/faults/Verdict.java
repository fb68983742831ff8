package tuanju.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How one round ended.
 *
 * @param promises good answers that changed something, since the program was first started
 * @param unheard commands whose answer was cut off and that had been done, as their repeat showed
 * @param broken answers nobody may ever get: 500s, no answer at all
 * @param complaints what the judge found
 * @param slowest the slowest answer of the round
 * @param back how long it took to be back
 */
record Verdict(
        String fault,
        long seed,
        int promises,
        long unheard,
        List<String> broken,
        List<String> complaints,
        Duration slowest,
        Duration back) {

    private static final Path BOOK = Path.of("target", "faults.txt");

    Verdict {
        broken = List.copyOf(broken);
        complaints = List.copyOf(complaints);
    }

    /** Fails with everything that is wrong. */
    void holds() {
        write();
        assertThat(broken)
                .as("%s: answers nobody may get (seed %d)", fault, seed)
                .isEmpty();
        assertThat(complaints)
                .as("%s: what is not as it must be (seed %d)", fault, seed)
                .isEmpty();
    }

    private String line() {
        return String.format(
                Locale.ROOT,
                "%-28s promises %5d, cut off but done %3d, broken answers %3d, complaints %3d, slowest %6.2f s,"
                        + " back after %6.2f s, seed %d%n",
                fault,
                promises,
                unheard,
                broken.size(),
                complaints.size(),
                slowest.toMillis() / 1e3,
                back.toMillis() / 1e3,
                seed);
    }

    @SuppressWarnings("SystemOut") // the numbers are what the long run is for
    private void write() {
        System.out.print(line());
        try {
            Files.createDirectories(BOOK.getParent());
            Files.writeString(BOOK, line(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
