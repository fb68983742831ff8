package tuanju.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Patience;
import support.Till;
import tuanju.WebTest;
import tuanju.address.Door;
import tuanju.community.Code;
import tuanju.cycle.CycleRound;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.ordering.CycleOrdering;
import tuanju.cycle.planning.CycleOpening;
import tuanju.member.operators.Operators;

@WebTest
@DisplayName("What an operator reads on a page is told by the API with the same numbers")
class ReadingDeskApiTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    CycleOpening opening;

    @Autowired
    CycleOrdering ordering;

    @Autowired
    OrderCycles cycles;

    @Autowired
    Till till;

    @Autowired
    Operators operators;

    private Neighbourhood home;
    private Code order;
    private Desk desk;

    @BeforeEach
    void anOrderThatWasPaid() {
        home = neighbourhoods.found(1);
        operators.appoint(home.member(0));
        desk = new Desk(mvc, home.member(0));
        var cycle = opening.open(home.leader(), home.id(), CycleRound.eggs(home));
        var eggs = cycles.products(cycle).getFirst().id();
        var wish = new CycleOrdering.Wish(Map.of(eggs, 3), Door.of("3", "502"), "");
        order = ordering.order(home.member(0), cycle.code(), wish).code();
        till.pay(home, home.member(0), order);
    }

    @Test
    @DisplayName("the dashboard: sales, rankings and what needs somebody")
    void dashboard() {
        var here = "?range=today&community=" + home.card().shortCode();
        Patience.await().until(() -> number(desk.get("/dashboard" + here), "$.sales.totals.gmvFen") > 0);
        var told = desk.get("/dashboard" + here);
        var fen = number(told, "$.sales.totals.gmvFen");
        assertThat(number(told, "$.leaders.items[0].fen")).isEqualTo(fen);
        assertThat(number(told, "$.communities.items[0].orders")).isEqualTo(1);
        assertThat(body(desk.page(here))).contains(yuan(fen));
        assertThat(desk.get("/dashboard?from=x&to=y")).hasStatus(400);
    }

    @Test
    @DisplayName("the books: where each community's money is")
    void books() {
        var mine = "$[?(@.community == '" + home.card().shortCode() + "')]";
        var books = body(desk.get("/books"));
        List<Integer> fen = JsonPath.read(books, mine + ".atProvidersFen");
        assertThat(JsonPath.<List<Integer>>read(books, mine + ".customersFen"))
                .isEqualTo(fen)
                .hasSize(1);
        assertThat(JsonPath.<List<Boolean>>read(books, mine + ".addsUp")).containsExactly(true);
        assertThat(body(desk.page("/money"))).contains(home.card().name(), yuan(fen.getFirst()));
    }

    @Test
    @DisplayName("an order's file: its lines, its way, its payments")
    void anOrdersFile() {
        var told = desk.get("/orders/" + order.value());
        var id = JsonPath.<String>read(body(told), "$.id");
        var fen = number(told, "$.payments[0].amountFen");
        assertThat(number(told, "$.netFen")).isEqualTo(fen);
        assertThat(number(told, "$.dues.paidToLeaderFen")).isEqualTo(fen);
        assertThat(number(told, "$.lines[0].quantity")).isEqualTo(3);
        var page = body(desk.page("/orders/" + home.id().value() + "/" + id));
        assertThat(page).contains(order.value(), yuan(fen));
        List<String> steps = JsonPath.read(body(told), "$.timeline[*].to");
        var way = page.substring(page.indexOf("class=\"timeline\""));
        assertThat(Pattern.compile("<li")
                        .matcher(way.substring(0, way.indexOf("</ol>")))
                        .results())
                .hasSize(steps.size());
    }

    @Test
    @DisplayName(
            "the audit trail: who took which file away, on the page as over REST, an entry a time and a page after the other")
    void auditTrail() {
        assertThat(desk.page("/orders.csv?community=" + home.card().shortCode()))
                .hasStatusOk();
        var me = "?actor=" + home.member(0).value() + "&action=orders.";
        var told = desk.get("/audit" + me);
        assertThat(told).bodyJson().extractingPath("$.items[0].detail").isEqualTo("1 rows");
        var id = JsonPath.<String>read(body(told), "$.items[0].id");
        assertThat(body(desk.page("/audit" + me))).contains("导出订单");
        assertThat(JsonPath.<List<Object>>read(body(desk.get("/audit" + me + "&before=" + id)), "$.items"))
                .isEmpty();
    }

    @Test
    @DisplayName("the leaders' share, a leader's scorecard, and the program itself")
    void shareScorecardAndProgram() {
        var mine = "$[?(@.community == '" + home.card().shortCode() + "')].percent";
        assertThat(JsonPath.<List<String>>read(body(desk.get("/service-fees")), mine))
                .containsExactly("10");
        var leaders = "/communities/" + home.card().shortCode() + "/leaders/";
        assertThat(number(desk.get(leaders + home.leader().value() + "/scorecard"), "$.orders"))
                .isZero();
        assertThat(desk.get(leaders + home.member(0).value() + "/scorecard")).hasStatus(404);
        var postgres = JsonPath.<String>read(body(desk.get("/program")), "$.version.postgres");
        assertThat(body(desk.page("/program"))).contains(postgres);
    }

    private static long number(MvcTestResult answer, String path) {
        return JsonPath.<Number>read(body(answer), path).longValue();
    }

    private static String yuan(long fen) {
        return "¥%d.%02d".formatted(fen / 100, fen % 100);
    }

    private static String body(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
