package tuanju.database.message;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/** One statement of a message as the driver takes it: with a question mark and a value for each parameter. */
record Part(String sql, List<@Nullable Object> values) {

    static Part of(String statement, Map<String, Object> values) {
        var named = new MapSqlParameterSource(values);
        var parsed = NamedParameterUtils.parseSqlStatement(statement);
        return new Part(
                NamedParameterUtils.substituteNamedParameters(parsed, named),
                Arrays.asList(NamedParameterUtils.buildValueArray(parsed, named, null)));
    }
}
