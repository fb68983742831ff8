package tuanju.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What must never be seen in the data: statements from every module's {@code invariants/<module>.sql}, each headed by a
 * line {@code -- <id> <claim>} and answering rows only where the claim is broken. Tests end with them, a nightly job runs them.
 */
@Component
@RequiredArgsConstructor
public class Invariants {

    private static final int ROWS_SHOWN = 5;

    private final JdbcClient jdbc;

    /** Every broken claim with its first rows; empty when all is well. */
    public List<Violation> violations() {
        return statements().stream().flatMap(it -> check(it).stream()).toList();
    }

    private List<Violation> check(Statement statement) {
        List<Map<String, @Nullable Object>> rows =
                jdbc.sql(statement.sql()).withMaxRows(ROWS_SHOWN).query().listOfRows();
        return rows.isEmpty() ? List.of() : List.of(new Violation(statement.claim(), rows.toString()));
    }

    static List<Statement> statements() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:invariants/*.sql");
            return Arrays.stream(files).flatMap(it -> statements(it).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Statement> statements(Resource file) {
        try {
            var found = new ArrayList<Statement>();
            for (var part : file.getContentAsString(StandardCharsets.UTF_8).split(";\\s*(?:\\n|$)")) {
                if (!part.isBlank()) {
                    var lines = part.strip().split("\n", 2);
                    found.add(new Statement(lines[0].replaceFirst("^--\\s*", ""), lines[1]));
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One claim and the query that looks for what breaks it. */
    record Statement(String claim, String sql) {}

    /**
     * A broken claim.
     *
     * @param claim begins with the invariant's id
     * @param rows the first rows that break it
     */
    public record Violation(String claim, String rows) {}
}
