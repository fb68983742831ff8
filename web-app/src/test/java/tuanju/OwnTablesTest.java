package tuanju;

import static org.assertj.core.api.Assertions.assertThat;
import static tuanju.Wings.text;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** W-73: a module reads and writes its own tables; what it wants to know of another's, it asks that module. */
class OwnTablesTest {

    private static final Pattern MADE = Pattern.compile(
            "create\\s+(?:or replace\\s+)?(?:unlogged\\s+)?(?:table|view)\\s+(?:if not exists\\s+)?(\\w+)");
    private static final Pattern USED =
            Pattern.compile("\\b(?:from|join|into|update|truncate)\\s+(?:only\\s+)?([a-z_]+)");
    private static final Pattern ENTITY = Pattern.compile("^@Entity", Pattern.MULTILINE);
    private static final Pattern WRITTEN =
            Pattern.compile("(?:insert\\s+into|(?<!for )update|delete\\s+from)\\s+([a-z_]+)");
    private static final Pattern TEXT =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);

    /** Made by migrations of a module that another was later split from. */
    private static final Map<String, String> MOVED = Map.ofEntries(
            Map.entry("desk_act", "desk"),
            Map.entry("handover", "desk"),
            Map.entry("phone_reveal", "desk"),
            Map.entry("pickup_code_try", "desk"),
            Map.entry("scheduled_tasks", "job"),
            Map.entry("event_publication", "outbox"),
            Map.entry("invariant_check", "invariant"));

    @Test
    void noModuleReadsOrWritesTheTableOfAnother() {
        var owners = owners();
        assertThat(owners).hasSizeGreaterThan(90).containsEntry("cycle_reservation", "cycle");
        assertThat(Wings.files("src/main/java/tuanju/", ".java").flatMap(it -> foreign(it, text(it), owners)))
                .isEmpty();
    }

    @Test
    void aForeignTableIsNoticed() {
        var text =
                "jdbc.sql(\"\"\"\n select 1 from orders o join cycle_product p on true \"\"\"); a(\"update team set x = 1\");";
        assertThat(foreign(Wings.ROOT.resolve("group-buy/trade/src/main/java/tuanju/order/Any.java"), text, owners()))
                .containsExactly("Any.java of order: cycle_product of cycle", "Any.java of order: team of teambuy");
    }

    /** Decision 34. Both ways: stock is raced for and not mapped; a cycle is still begun as an entity. */
    @Test
    void aTableOfAnEntityIsWrittenByNoStatement() {
        var entities = Wings.files("src/main/java/tuanju/", ".java")
                .filter(it -> ENTITY.matcher(text(it)).find())
                .map(it -> table(it.getFileName().toString()))
                .collect(Collectors.toSet());
        assertThat(entities).hasSizeGreaterThan(5).contains("member", "team_offer", "sku", "order_cycle");
        assertThat(Wings.files("src/main/java/tuanju/", ".java")
                        .flatMap(it -> statements(text(it))
                                .flatMap(sql -> WRITTEN.matcher(sql).results()))
                        .map(it -> it.group(1))
                        .filter(entities::contains)
                        .distinct())
                .containsExactlyInAnyOrder("sku", "order_cycle");
    }

    /** OrderCycle.java: order_cycle. */
    private static String table(String file) {
        return file.replace(".java", "").replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static Stream<String> statements(String source) {
        return TEXT.matcher(source).results().map(it -> it.group(1) == null ? it.group(2) : it.group(1));
    }

    private static Stream<String> foreign(Path file, String source, Map<String, String> owners) {
        var module = after(file, "src/main/java/tuanju/");
        return statements(source)
                .flatMap(sql -> USED.matcher(sql).results().map(it -> it.group(1)))
                .distinct()
                .filter(table -> !owners.getOrDefault(table, module).equals(module))
                .map(table -> file.getFileName() + " of " + module + ": " + table + " of " + owners.get(table));
    }

    /** Every table and view, and the module whose migrations made it. */
    private static Map<String, String> owners() {
        var owners = new HashMap<String, String>();
        Wings.files("src/main/resources/db/migration/", ".sql")
                .forEach(file -> MADE.matcher(text(file).toLowerCase())
                        .results()
                        .map(MatchResult::group)
                        .forEach(it -> owners.putIfAbsent(
                                it.substring(it.lastIndexOf(' ') + 1), after(file, "db/migration/"))));
        owners.putAll(MOVED);
        return owners;
    }

    /** The folder that follows. */
    private static String after(Path file, String folder) {
        var path = file.toString();
        return path.substring(path.indexOf(folder) + folder.length()).split("/", 2)[0];
    }
}
