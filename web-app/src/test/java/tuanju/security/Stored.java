package tuanju.security;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything the business keeps, as one number for each table: two looks that are equal mean that nothing was stored. */
record Stored(String what) {

    /** What the program keeps for itself while it refuses, such as how often somebody tried. */
    private static final List<String> OWN = List.of(
            "rate_limit",
            "command_key",
            "pickup_code_try",
            "invariant_check",
            "scheduled_tasks",
            "event_publication",
            "spring_session",
            "spring_session_attributes");

    /** Whether something is stored by what is refused; what else is done in the background is not done three times. */
    static boolean by(Runnable refused, JdbcClient jdbc) {
        for (int i = 0; i < 3; i++) {
            var before = in(jdbc);
            refused.run();
            if (in(jdbc).equals(before)) {
                return false;
            }
        }
        return true;
    }

    static Stored in(JdbcClient jdbc) {
        var tables = jdbc.sql("""
            select table_name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE' order by 1
            """).query(String.class).list();
        var all = tables.stream()
                .filter(it -> !OWN.contains(it))
                .map(it ->
                        "select '%1$s' as name, count(*) || ' ' || coalesce(sum(hashtext(t::text)::bigint), 0) as rows from %1$s t"
                                .formatted(it))
                .collect(Collectors.joining(" union all "));
        var found = new TreeMap<String, String>();
        jdbc.sql(all)
                .query((row, number) -> found.put(row.getString(1), row.getString(2)))
                .list();
        return new Stored(found.toString());
    }
}
