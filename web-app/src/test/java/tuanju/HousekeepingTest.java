package tuanju;

import static org.assertj.core.api.Assertions.assertThat;
import static tuanju.Wings.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the files of the house have in common: sizes, words, both languages, no script inside pages. */
class HousekeepingTest {

    @Test
    void everyPackageIsNullMarked() {
        var unmarked = sources(".java")
                .filter(it -> it.toString().contains("src/main/java"))
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java"))
                        || !text(folder.resolve("package-info.java")).contains("NullMarked"))
                .toList();
        assertThat(unmarked).isEmpty();
    }

    @Test
    void filesStaySmallEnoughToReadAtOneSitting() {
        assertThat(longerThan(".java", 250)).isEmpty();
        assertThat(longerThan(".html", 110)).isEmpty();
    }

    @Test
    @DisplayName("W-75 a line of a template or a style sheet is read without scrolling sideways")
    void linesAreShort() {
        assertThat(basisPointsLongerThan(160, "/templates/", ".html")).isLessThan(300);
        assertThat(basisPointsLongerThan(100, "/styles/", ".css")).isLessThan(300);
    }

    /** How many of ten thousand lines of such files pass so many characters. */
    private static long basisPointsLongerThan(int characters, String part, String ending) {
        var lines = Wings.files("src/main", ending)
                .filter(it -> it.toString().contains(part))
                .flatMap(it -> text(it).lines())
                .toList();
        assertThat(lines).hasSizeGreaterThan(1_000);
        return lines.stream().filter(it -> it.length() > characters).count() * 10_000 / lines.size();
    }

    @Test
    void aWingIsSmallEnoughToKnow() {
        assertThat(Wings.all())
                .hasSizeGreaterThan(6)
                .allSatisfy(wing -> assertThat(Wings.filesOf(wing)
                                .filter(it -> it.toString().contains("src/main/java"))
                                .mapToLong(it -> text(it).lines().count())
                                .sum())
                        .as(wing.toString())
                        .isLessThan(20_000));
    }

    @Test
    void pagesHoldNoScriptAndNoStyleOfTheirOwn() {
        var inline =
                Pattern.compile("<style|\\sstyle=|th:style|\\son[a-z]+=\"|<script(?![^>]*src=)|th:utext|javascript:");
        var offending = sources(".html")
                .filter(it -> it.toString().contains("/templates/"))
                .filter(it -> inline.matcher(text(it)).find())
                .toList();
        assertThat(offending).isEmpty();
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        sources(".properties")
                .filter(it -> it.toString().contains("src/main/resources/messages/"))
                .filter(it -> !it.toString().contains("_zh_CN"))
                .forEach(english -> {
                    var chinese = Path.of(english.toString().replace(".properties", "_zh_CN.properties"));
                    assertThat(keys(chinese)).as(chinese.toString()).isEqualTo(keys(english));
                });
    }

    /** Where something is filled in, one apostrophe begins a quotation and two are one; elsewhere each is shown. */
    @Test
    void anApostropheIsDoubledWhereSomethingIsFilledInAndNowhereElse() {
        var single = Pattern.compile("(?<!')'(?!')");
        var offending = sources(".properties")
                .filter(it -> it.toString().contains("src/main/resources/messages/"))
                .flatMap(it -> text(it).lines())
                .filter(it -> it.contains("{") ? single.matcher(it).find() : it.contains("''"))
                .toList();
        assertThat(offending).isEmpty();
    }

    @Test
    void everyActOfTheAuditTrailHasAWord() {
        var recorded = Pattern.compile("audit\\.record\\([^;]*;");
        var act = Pattern.compile("\"([a-z-]+\\.[a-z-]+)\"");
        var acts = sources(".java")
                .filter(it -> it.toString().contains("src/main/java"))
                .flatMap(it -> recorded.matcher(text(it)).results())
                .flatMap(it -> act.matcher(it.group()).results())
                .map(it -> "insight.act." + it.group(1))
                .collect(Collectors.toSet());

        assertThat(acts).contains("insight.act.leader.approved");
        assertThat(keys(Wings.ROOT.resolve("web-app/src/main/resources/messages/insight.properties")))
                .containsAll(acts);
    }

    @Test
    void c10NoWordOfPyramidSellingIsShown() {
        var words = List.of("下线", "上线", "躺赚", "裂变", "团队业绩", "静态收益");
        var offending = Stream.concat(sources(".html"), sources(".properties"))
                .filter(it -> it.toString().contains("src/main/resources"))
                .filter(it -> words.stream().anyMatch(text(it)::contains))
                .toList();
        assertThat(offending).isEmpty();
    }

    @Test
    void coloursComeFromTheTokens() {
        var colour = Pattern.compile("#[0-9a-fA-F]{3,8}\\b(?![^;{]*\\{)");
        var offending = sources(".css")
                .filter(it -> it.toString().contains("/styles/") && !it.endsWith("tokens.css"))
                .filter(it -> colour.matcher(text(it)).find())
                .toList();
        assertThat(offending).isEmpty();
    }

    @Test
    void noTestWaitsByTheClock() {
        var sleeping = sources(".java")
                .filter(it ->
                        it.toString().contains("/src/test/") || it.toString().contains("/src/journeys/"))
                .filter(it -> text(it).contains("Thread." + "sleep"))
                .toList();
        assertThat(sleeping).isEmpty();
    }

    private static List<String> longerThan(String ending, int lines) {
        return sources(ending)
                .filter(it -> it.toString().contains("src/main/"))
                .filter(it -> text(it).lines().count() > lines)
                .map(it -> Wings.ROOT.relativize(it) + ": " + text(it).lines().count() + " lines")
                .toList();
    }

    private static Set<Object> keys(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TreeSet<>(properties.keySet());
    }

    private static Stream<Path> sources(String ending) {
        return Wings.files("", ending);
    }
}
