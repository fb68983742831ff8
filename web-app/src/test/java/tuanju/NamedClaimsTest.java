package tuanju;

import static org.assertj.core.api.Assertions.assertThat;
import static tuanju.Wings.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What docs/testing.md says about the ids, against the tests that carry them. */
class NamedClaimsTest {

    private static final Pattern ID = Pattern.compile("\\b(?:I-[A-Z][0-9]+|[RPFA]-[0-9]{2})\\b");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");
    private static final String EVERY_INVARIANT = "EveryInvariantTest";

    /** A line of a table: ids, what they claim, tests. */
    private record Row(Set<String> ids, Set<String> tests) {}

    private final Map<String, String> tests = tests();
    private final List<Row> rows = rows();

    @Test
    @DisplayName("every id in a test, and every invariant that is watched, says in one line what it means")
    void everyIdSaysWhatItMeans() {
        var used = new TreeSet<>(ids(String.join("\n", tests.values())));
        Wings.files("/src/main/resources/invariants/", ".sql").forEach(it -> used.addAll(ids(text(it))));
        // samples in the tests of the watch itself
        used.removeIf(it -> it.startsWith("I-X"));
        assertThat(used)
                .hasSizeGreaterThan(100)
                .isSubsetOf(rows.stream().flatMap(it -> it.ids().stream()).toList());
    }

    @Test
    @DisplayName("every test that is named for an id is there and carries it")
    void everyTestThatIsNamedCarriesItsId() {
        assertThat(rows).hasSizeGreaterThan(100).allSatisfy(row -> {
            assertThat(row.tests()).as("%s", row.ids()).isNotEmpty().isSubsetOf(tests.keySet());
            var carried = row.tests().stream().map(it -> ids(tests.get(it))).toList();
            assertThat(carried).as("%s", row).allMatch(it -> it.stream().anyMatch(row.ids()::contains));
            assertThat(row.ids()).as("%s", row).allMatch(id -> carried.stream().anyMatch(it -> it.contains(id)));
        });
    }

    private static Set<String> ids(String text) {
        return ID.matcher(text).results().map(it -> it.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Row> rows() {
        return text(Wings.ROOT.resolve("docs/testing.md"))
                .lines()
                .map(it -> it.split("\\|"))
                .filter(it -> it.length == 4 && !ids(it[1]).isEmpty())
                .map(it -> new Row(ids(it[1]), names(it[3])))
                .toList();
    }

    private static Set<String> names(String cell) {
        return NAME.matcher(cell).results().map(it -> it.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The source of each test; the invariants' own carry what is planted for them. */
    private static Map<String, String> tests() {
        var all = new TreeMap<String, String>();
        Stream.of("/src/test/java/", "/src/journeys/java/")
                .flatMap(it -> Wings.files(it, ".java"))
                .forEach(it -> all.merge(it.getFileName().toString().replace(".java", ""), text(it), String::concat));
        all.merge(
                "EveryCouponInvariantTest",
                text(Wings.ROOT.resolve("member-distribution/src/test/resources/planted/coupon-violations.txt")),
                String::concat);
        Wings.files("/src/test/resources/planted/", "violations.txt")
                .forEach(it -> all.merge(EVERY_INVARIANT, text(it), String::concat));
        return all;
    }
}
