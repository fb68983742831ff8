package tuanju.invariant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What must never be seen in the data: statements from every module's {@code invariants/<module>.sql}, each headed by a
 * line {@code -- <id> <claim>} and answering rows only where the claim is broken; {@code [money]} before the claim marks
 * those that hold money back. Tests end with all of them, {@link InvariantWatch} looks at a few at a time, all the time.
 */
@Component
@RequiredArgsConstructor
public class Invariants {

    private final JdbcClient jdbc;

    /** Every broken claim with its first rows; empty when all is well. Sees what the caller's transaction sees. */
    public List<Violation> violations() {
        return all().stream()
                .map(it -> new Violation(it.claim(), InvariantFinding.of(it, jdbc)))
                .filter(it -> it.found.isBroken())
                .toList();
    }

    /** What is claimed about the data, module by module. */
    public static List<String> claims() {
        return all().stream().map(Invariant::claim).toList();
    }

    static List<Invariant> all() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:invariants/*.sql");
            return Arrays.stream(files).flatMap(Invariants::in).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Invariant> in(Resource file) {
        try {
            return Arrays.stream(file.getContentAsString(StandardCharsets.UTF_8).split(";\\s*(?:\\n|$)"))
                    .filter(it -> !it.isBlank())
                    .map(Invariant::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A broken claim.
     *
     * @param claim begins with the invariant's id
     */
    public record Violation(String claim, InvariantFinding found) {}
}
