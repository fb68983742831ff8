package tuanju.invariant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one look at a claim found.
 *
 * @param rows how many rows break it, counted up to {@link #COUNTED}
 * @param sample the first of them, a line each: ids, amounts, times and states, never what somebody wrote
 * @param marks one for each row, the same whenever the same row breaks it in the same way
 */
public record InvariantFinding(int rows, String sample, List<String> marks) {

    static final int COUNTED = 1_000;

    private static final int SHOWN = 5;
    private static final int MARK_BYTES = 12;
    private static final Pattern STATE = Pattern.compile("[A-Z][A-Z_]*");

    static InvariantFinding of(Invariant invariant, JdbcClient jdbc) {
        List<Map<String, @Nullable Object>> rows =
                jdbc.sql(invariant.sql()).withMaxRows(COUNTED).query().listOfRows();
        var sample = rows.stream().limit(SHOWN).map(InvariantFinding::line).collect(Collectors.joining("\n"));
        return new InvariantFinding(
                rows.size(), sample, rows.stream().map(InvariantFinding::mark).toList());
    }

    boolean isBroken() {
        return rows > 0;
    }

    private static String line(Map<String, @Nullable Object> row) {
        return row.entrySet().stream()
                .map(it -> it.getKey().toLowerCase(Locale.ROOT) + " " + shown(it.getValue()))
                .collect(Collectors.joining(" · "));
    }

    private static String mark(Map<String, @Nullable Object> row) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(row.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, MARK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Words are shown only where they are a state of ours: anything else may be a name. */
    private static String shown(@Nullable Object value) {
        return value instanceof String words && !STATE.matcher(words).matches() ? "…" : String.valueOf(value);
    }
}
