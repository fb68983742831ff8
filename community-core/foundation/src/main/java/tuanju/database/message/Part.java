package tuanju.database.message;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.util.ConcurrentLruCache;

/** One statement of a message as the driver takes it: with a question mark and a value for each parameter. */
record Part(String sql, List<@Nullable Object> values) {

    private static final ConcurrentLruCache<String, ParsedSql> READ =
            new ConcurrentLruCache<>(256, NamedParameterUtils::parseSqlStatement);

    static Part of(String statement, Map<String, Object> values) {
        var named = new MapSqlParameterSource(values);
        var parsed = READ.get(statement);
        return new Part(
                NamedParameterUtils.substituteNamedParameters(parsed, named),
                Arrays.asList(NamedParameterUtils.buildValueArray(parsed, named, null)));
    }
}
