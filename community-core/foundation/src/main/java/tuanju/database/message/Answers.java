package tuanju.database.message;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import tuanju.database.message.OneMessage.Alongside;

/**
 * Reads what a message answers: the rows of its first statement, and of each other one whether it did what it was to do. What
 * stands before each of several for their time answers nothing that matters.
 */
record Answers<T>(RowMapper<T> rows, List<Alongside> others) {

    List<T> of(PreparedStatement message) throws SQLException {
        message.execute();
        if (!others.isEmpty()) {
            message.getMoreResults();
        }
        List<T> first;
        try (var result = message.getResultSet()) {
            first = new RowMapperResultSetExtractor<>(rows).extractData(result);
        }
        for (var other : others) {
            message.getMoreResults();
            message.getMoreResults();
            try (var result = message.getResultSet()) {
                if (!result.next() || !result.getBoolean(1)) {
                    throw other.otherwise().get();
                }
            }
        }
        return first;
    }
}
