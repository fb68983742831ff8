package tuanju.security;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everything the business keeps, as one number for each table: two looks that are equal mean that nothing was stored. Two
 * that differ mean little, since refunds and events go on in the background; so a test asks {@link #by} and not for a look.
 */
record Stored(String what) {

    /** What the program keeps for itself while it refuses, such as how often somebody tried. */
    private static final List<String> OWN = List.of(
            "rate_limit",
            "command_key",
            "pickup_code_try",
            "invariant_check",
            "scheduled_tasks",
            "event_publication",
            "outbox_event",
            "spring_session",
            "spring_session_attributes");

    /** Uploads that nothing shows yet are there for who has to send their form again, and go after a day. */
    private static final Map<String, String> KEPT = Map.of(
            "picture", "(select * from picture where not loose)",
            "picture_size", "(select s.* from picture_size s join picture p using (code) where not p.loose)");

    private static final Pattern WRITES = Pattern.compile(
            "\\b(?:insert into|delete from|merge into|update|truncate)\\s+(\\w+)", Pattern.CASE_INSENSITIVE);

    /** Behind "for update" and "do update" stands no table. */
    private static final Set<String> NO_TABLE = Set.of("set", "skip", "of", "nowait");

    /** Whether one of these statements could change what the business keeps, or tell somebody who does. */
    static boolean couldBeBy(List<String> statements) {
        return statements.stream()
                .flatMap(it -> WRITES.matcher(it).results())
                .map(it -> it.group(1).toLowerCase(Locale.ROOT))
                .filter(it -> !NO_TABLE.contains(it))
                .anyMatch(it -> it.equals("outbox_event") || !OWN.contains(it));
    }

    /** Whether a text is kept somewhere, with nothing cut off. */
    static boolean whole(String text, JdbcClient jdbc) {
        var somewhere = tables(jdbc)
                .map("select 1 from %s t where position(:text in t::text) > 0"::formatted)
                .collect(Collectors.joining(" union all "));
        return !jdbc.sql(somewhere).param("text", text).query().listOfRows().isEmpty();
    }

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

    private static Stored in(JdbcClient jdbc) {
        var all = tables(jdbc)
                .map(it ->
                        "select '%1$s' as name, count(*) || ' ' || coalesce(sum(hashtext(t::text)::bigint), 0) as rows from %2$s t"
                                .formatted(it, KEPT.getOrDefault(it, it)))
                .collect(Collectors.joining(" union all "));
        var found = new TreeMap<String, String>();
        jdbc.sql(all)
                .query((row, number) -> found.put(row.getString(1), row.getString(2)))
                .list();
        return new Stored(found.toString());
    }

    private static Stream<String> tables(JdbcClient jdbc) {
        return jdbc.sql("""
            select table_name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE' order by 1
            """).query(String.class).list().stream().filter(it -> !OWN.contains(it));
    }
}
