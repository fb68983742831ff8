package tuanju;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What docs/testing.md says about the ids, against the tests that carry them. */
class NamedClaimsTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
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
        files(".*/src/main/resources/invariants/.*\\.sql").forEach(it -> used.addAll(ids(text(it))));
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
        return text(ROOT.resolve("docs/testing.md"))
                .lines()
                .map(it -> it.split("\\|"))
                .filter(it -> it.length == 4 && !ids(it[1]).isEmpty())
                .map(it -> new Row(ids(it[1]), names(it[3])))
                .toList();
    }

    private static Set<String> names(String cell) {
        return NAME.matcher(cell).results().map(it -> it.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The source of each test; the invariants' own carries what is planted for it. */
    private static Map<String, String> tests() {
        var all = new TreeMap<String, String>();
        files(".*/src/(?:test|journeys)/java/.*\\.java")
                .forEach(it -> all.put(it.getFileName().toString().replace(".java", ""), text(it)));
        all.merge(
                EVERY_INVARIANT,
                text(ROOT.resolve("group-buy/src/test/resources/planted/violations.txt")),
                String::concat);
        return all;
    }

    private static List<Path> files(String pattern) {
        try (var wings = Files.newDirectoryStream(ROOT, it -> Files.isDirectory(it.resolve("src")))) {
            var found = new ArrayList<Path>();
            for (var wing : wings) {
                try (var all = Files.walk(wing.resolve("src"))) {
                    all.filter(it -> it.toString().matches(pattern)).forEach(found::add);
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
