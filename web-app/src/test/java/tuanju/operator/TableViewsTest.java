package tuanju.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import support.Neighbourhood;
import support.Neighbourhoods;
import tuanju.WebTest;
import tuanju.cycle.CycleRound;
import tuanju.cycle.planning.CycleOpening;
import tuanju.member.operators.Operators;

@WebTest
@DisplayName("A long table is looked at as its operator likes: chosen columns, and views kept under a name")
class TableViewsTest {

    private static final String QUERY = "status=OPEN&sort=-cut-off";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    CycleOpening opening;

    @Autowired
    Operators operators;

    private Desk desk;
    private Desk other;

    @BeforeEach
    void oneCycle() {
        Neighbourhood home = neighbourhoods.found(2);
        opening.open(home.leader(), home.id(), CycleRound.eggs(home));
        operators.appoint(home.member(0));
        operators.appoint(home.member(1));
        desk = new Desk(mvc, home.member(0));
        other = new Desk(mvc, home.member(1));
    }

    @Test
    @DisplayName("a file has the columns that are shown, and the first one always")
    void theFileHasWhatIsShown() {
        var all = heading("");
        var some = heading("?columns=open&columns=status");

        assertThat(all).hasSizeGreaterThan(8);
        assertThat(some).hasSize(4).startsWith(all.get(0), all.get(1)).isSubsetOf(all);
        assertThat(heading("?columns=status,open")).isEqualTo(some);
        assertThat(text(desk.page("/cycles?columns=open,status")))
                .contains("columns=open,status&amp;sort=-cut-off")
                .contains("cycles.csv?columns=open,status");
    }

    @Test
    @DisplayName("a column there is not is refused in a file, and said above the whole table on the page")
    void noSuchColumn() {
        assertThat(desk.page("/cycles.csv?columns=secret")).hasStatus(400);
        assertThat(text(desk.page("/cycles?columns=secret"))).contains("role=\"alert\"", "cycles.csv?sort=");
    }

    @Test
    @DisplayName("a view is kept under its name, found above its own table by whoever kept it, and let go")
    void aViewIsKept() {
        assertThat(keep("/operate/cycles", "本周", "sort=cut-off")).hasRedirectedUrl("/operate/cycles?sort=cut-off");
        assertThat(keep("/operate/cycles", "本周", QUERY)).hasRedirectedUrl("/operate/cycles?" + QUERY);

        assertThat(text(desk.get("/views?page=/operate/cycles")))
                .containsOnlyOnce("本周")
                .contains(QUERY);
        assertThat(text(desk.page("/cycles?" + QUERY))).contains("本周", "aria-current=\"true\"");
        assertThat(text(desk.page("/orders"))).doesNotContain("本周");
        assertThat(text(other.page("/cycles"))).doesNotContain("本周");

        assertThat(desk.delete("/views?page=/operate/cycles&name=本周")).hasStatus(204);
        assertThat(desk.delete("/views?page=/operate/cycles&name=本周")).hasStatus(404);
        assertThat(text(desk.get("/views"))).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource({
        "https://elsewhere.example/, x, a=b, page",
        "//elsewhere.example, x, a=b, page",
        "/lead/today, x, a=b, page",
        "/operate/../sign-out, x, a=b, page",
        "/operate/cycles, '  ', a=b, name",
        "/operate/cycles, x, 'a=\"><script>', query",
        "/operate/cycles, x, 'a=b c', query",
    })
    @DisplayName("A-50 what leads out of the console, has no name or is no query is refused, and the field is named")
    void whatIsNoView(String page, String name, String query, String field) {
        var json = "{\"page\": \"%s\", \"name\": \"%s\", \"query\": \"%s\"}"
                .formatted(page, name, query.replace("\"", "\\\""));
        assertThat(desk.put("/views", json)).hasStatus(400).bodyText().contains("\"" + field + "\"");
        assertThat(text(desk.get("/views"))).isEqualTo("[]");
    }

    @Test
    @DisplayName("twenty views of a table are enough, and one of them can still be changed")
    void enoughViews() {
        for (int i = 1; i <= 20; i++) {
            assertThat(desk.put("/views", json("v" + i))).hasStatusOk();
        }
        assertThat(desk.put("/views", json("v21"))).hasStatus(400).bodyText().contains("20");
        assertThat(desk.put("/views", json("v20"))).hasStatusOk();
    }

    private static String json(String name) {
        return "{\"page\": \"/operate/cycles\", \"name\": \"%s\", \"query\": \"sort=pickup\"}".formatted(name);
    }

    private MvcTestResult keep(String page, String name, String query) {
        return desk.submit("/views", Map.of("page", page, "name", name, "query", query));
    }

    private List<String> heading(String query) {
        return List.of(text(desk.page("/cycles.csv" + query))
                .lines()
                .findFirst()
                .orElseThrow()
                .split(","));
    }

    private static String text(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
