package tuanju.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Till;
import tuanju.WebTest;
import tuanju.address.Door;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.ordering.CycleOrdering;
import tuanju.cycle.planning.CycleOpening;
import tuanju.member.operators.Operators;

@WebTest
@DisplayName("The operator's table of cycles says the same on its page, in its files and over REST")
class CycleTableTest {

    private static final Pattern ROW = Pattern.compile("quiet-link\" href=\"/c/([0-9A-Z]{14})\"");
    private static final Pattern BEHIND =
            Pattern.compile("href=\"(/operate/orders\\?community=[^\"]+)\"[^>]*>([^<]+)<");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static final int CYCLES = 70;

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

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood home;
    private CycleCard cycle;
    private Desk desk;

    @BeforeEach
    void manyCyclesAndTwoOrders() {
        home = neighbourhoods.found(2);
        operators.appoint(home.member(0));
        desk = new Desk(mvc, home.member(0));
        cycle = opening.open(home.leader(), home.id(), CycleRound.eggs(home));
        var eggs = cycles.products(cycle).getFirst().id();
        for (int buyer = 0; buyer < 2; buyer++) {
            var wish = new CycleOrdering.Wish(Map.of(eggs, 1 + buyer), Door.of("3", "50" + buyer), "");
            var order = ordering.order(home.member(buyer), cycle.code(), wish);
            if (buyer == 0) {
                till.pay(home, home.member(buyer), order.code());
            }
        }
        lapsedCycles(CYCLES - 1);
    }

    /** Cycles like the first that were called off, each closing a day earlier. */
    private void lapsedCycles(int number) {
        jdbc.sql("""
                        with copied as (
                            insert into order_cycle select {copy:order_cycle}'id', gen_random_uuid(),
                                'code', :code || lpad(n::text, 10, '0'), 'title', '旧蔬菜第' || n || '期',
                                'opens', o.opens - n * interval '1 day', 'cut_off', o.cut_off - n * interval '1 day'))).*
                            from (select * from order_cycle where community_id = :home) o, generate_series(1, :number) n
                            returning id)
                        insert into cycle_point select {copy:cycle_point}'cycle_id', c.id))).*
                        from copied c, (select * from cycle_point where community_id = :home) o
                        """.replaceAll(
                        "\\{copy:(\\w+)}", "(jsonb_populate_record(null::$1, to_jsonb(o) || jsonb_build_object("))
                .param("code", home.card().shortCode())
                .param("home", home.id().value())
                .param("number", number)
                .update();
        jdbc.sql(
                        "update order_cycle set status = 'LAPSED', change_cause = 'called-off' where community_id = ? and id <> ?")
                .params(home.id().value(), cycle.id())
                .update();
    }

    @Test
    @DisplayName("every cycle once, whichever way it is sorted, page by page, on the page as over REST; no drafts")
    void everyCycleOnce() {
        for (var sort : List.of("-cut-off", "cut-off", "-pickup", "pickup")) {
            var codes = shown(here("&sort=" + sort));
            assertThat(codes).as(sort).hasSize(CYCLES).doesNotHaveDuplicates();
            assertThat(told(here("&sort=" + sort))).as(sort).containsExactlyElementsOf(codes);
        }
        assertThat(shown(here(""))).first().isEqualTo(cycle.code().value());
        assertThat(shown(here("&status=OPEN"))).containsExactly(cycle.code().value());
        assertThat(shown(here("&status=DRAFT"))).isEmpty();
        assertThat(shown(here("&q=第7期"))).hasSize(1);
    }

    @Test
    @DisplayName("a number opens the orders behind it, which come to the same")
    void numbersOpenTheirOrders() {
        var page = body(desk.page("/cycles" + here("&status=OPEN")));
        var behind = BEHIND.matcher(page).results().toList();
        assertThat(behind).hasSize(2);
        assertThat(behind.getFirst().group(2)).isEqualTo("1");
        assertThat(totalBehind(behind.getFirst().group(1), "$.total.orders")).isEqualTo(1);
        var open = totalBehind(behind.getLast().group(1), "$.items[0].dues.notPaidFen");
        assertThat(behind.getLast().group(2)).isEqualTo("¥%d.%02d".formatted(open / 100, open % 100));
        var answer = desk.get("/cycles" + here("&status=OPEN"));
        assertThat(answer).bodyJson().extractingPath("$.total.dues.notPaidFen").isEqualTo(open);
        assertThat(answer).bodyJson().extractingPath("$.items[0].unpaid").isEqualTo(1);
    }

    @Test
    @DisplayName("a file holds every cycle that matches, and a total all of them")
    void filesAndTotals() {
        assertThat(body(desk.page("/cycles.csv" + here("&status=LAPSED"))).lines())
                .hasSize(CYCLES);
        assertThat(desk.get("/cycles" + here("")))
                .bodyJson()
                .extractingPath("$.total.cycles")
                .isEqualTo(CYCLES);
        assertThat(body(desk.page("/cycles" + here("")))).contains("共 " + CYCLES + " 期");
    }

    @Test
    @DisplayName("what cannot be looked for is refused over REST, and said above all cycles on the page")
    void whatCannotBeLookedFor() {
        for (var wrong : List.of("status=GONE", "from=yesterday", "sort=orders", "after=nonsense")) {
            assertThat(desk.get("/cycles?" + wrong)).as(wrong).hasStatus(400);
            assertThat(desk.page("/cycles?" + wrong))
                    .as(wrong)
                    .hasStatusOk()
                    .bodyText()
                    .contains("role=\"alert\"");
        }
    }

    private int totalBehind(String page, String path) {
        var query = HtmlUtils.htmlUnescape(page).substring("/operate".length());
        assertThat(body(desk.page(query))).contains(home.card().name());
        return JsonPath.read(body(desk.get(query)), path);
    }

    private String here(String filter) {
        return "?community=" + home.card().shortCode() + filter;
    }

    private List<String> shown(String query) {
        var codes = new ArrayList<String>();
        @Nullable String next = "/operate/cycles" + query;
        while (next != null) {
            var page = body(desk.page(next.substring("/operate".length())));
            ROW.matcher(page).results().map(it -> it.group(1)).forEach(codes::add);
            var link = NEXT.matcher(page);
            next = link.find() ? HtmlUtils.htmlUnescape(link.group(1)) : null;
        }
        return codes;
    }

    private List<String> told(String query) {
        var codes = new ArrayList<String>();
        @Nullable String after = "";
        while (after != null) {
            var page = body(desk.get("/cycles" + query + (after.isEmpty() ? "" : "&after=" + after)));
            codes.addAll(JsonPath.<List<String>>read(page, "$.items[*].code"));
            after = JsonPath.read(page, "$.next");
        }
        return codes;
    }

    private static String body(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
