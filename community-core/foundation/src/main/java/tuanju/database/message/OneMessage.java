package tuanju.database.message;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * Sends several statements to the database in one message: they run one after the other, as if each had been sent by itself, but
 * all within the time that one may take, since whoever sent them waits for all of them at once.
 */
@Component
@RequiredArgsConstructor
public class OneMessage {

    /** Until when all must have run. The server counts its limit for each statement anew. */
    private static final String BEGIN = """
            select set_config('tuanju.message_until', (clock_timestamp()
                + coalesce(nullif(current_setting('statement_timeout'), '0'), '1 day')::interval)::text, true)""";

    /** The next one has what is left, were it the millisecond in which it is told that there is no more. */
    private static final String WHAT_IS_LEFT = """
            select set_config('statement_timeout', greatest(1, ceil(1000 * extract(epoch from
                current_setting('tuanju.message_until')::timestamptz - clock_timestamp()))::int)::text, true)""";

    private static final String END = "set local statement_timeout to default";

    private final JdbcOperations jdbc;

    /**
     * A statement that goes to the database in one message with another, after it, so that it costs no round trip of its own. It can depend
     * on nothing that the other one answers, and itself answers one row: whether it did what it was to do.
     *
     * @param values of its parameters, by name
     * @param otherwise what is thrown where it did not
     */
    public record Alongside(
            String statement, Map<String, Object> values, Supplier<? extends RuntimeException> otherwise) {

        public Alongside {
            values = Map.copyOf(values);
        }
    }

    /** What the first answers. Throws what one of the others says where it did not do what it was to do. */
    public <T> List<T> query(String statement, Map<String, Object> values, RowMapper<T> rows, List<Alongside> others) {
        var parts = new ArrayList<>(List.of(Part.of(statement, values)));
        others.forEach(it -> parts.add(Part.of(it.statement(), it.values())));
        var sql = others.isEmpty() ? parts.getFirst().sql() : inTime(parts);
        var all = parts.stream().flatMap(it -> it.values().stream()).toArray();
        var answers = new Answers<>(rows, others);
        return Objects.requireNonNull(jdbc.execute(sql, (PreparedStatement message) -> {
            new ArgumentPreparedStatementSetter(all).setValues(message);
            return answers.of(message);
        }));
    }

    private static String inTime(List<Part> parts) {
        var between = ";\n" + WHAT_IS_LEFT + ";\n";
        return BEGIN + ";\n"
                + String.join(between, parts.stream().map(Part::sql).toList()) + ";\n" + END;
    }
}
