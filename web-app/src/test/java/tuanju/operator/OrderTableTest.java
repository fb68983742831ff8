package tuanju.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;
import support.Neighbourhood;
import support.Neighbourhoods;
import tuanju.WebTest;
import tuanju.address.Door;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.ordering.CycleOrdering;
import tuanju.cycle.planning.CycleOpening;
import tuanju.member.operators.Operators;

@WebTest
@DisplayName("The operator's table of orders says the same on its page, in its files and over REST")
class OrderTableTest {

    private static final Pattern ROW = Pattern.compile("/operate/orders/[0-9a-f-]{36}/([0-9a-f-]{36})");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static final int ORDERS = 120;

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
    Operators operators;

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood home;
    private CycleCard cycle;
    private Desk desk;

    @BeforeEach
    void ordersOfManyDays() {
        home = neighbourhoods.found(1);
        operators.appoint(home.member(0));
        desk = new Desk(mvc, home.member(0));
        cycle = opening.open(home.leader(), home.id(), CycleRound.eggs(home));
        var eggs = cycles.products(cycle).getFirst().id();
        ordering.order(home.member(0), cycle.code(), new CycleOrdering.Wish(Map.of(eggs, 2), Door.of("3", "502"), ""));
        closedOrders(ORDERS - 1);
    }

    /** Orders like the first, one a day from the first of March on, never paid. */
    private void closedOrders(int number) {
        jdbc.sql("""
                        with copied as (
                            insert into orders select {copy:orders}'id', gen_random_uuid(),
                                'code', :code || lpad(n::text, 10, '0'), 'pickup_code', 'Z' || lpad(n::text, 5, '0'),
                                'masked_phone', '138****' || lpad(n::text, 4, '0'),
                                'amount_fen', o.amount_fen / 2 * (1 + n % 7),
                                'placed_at', timestamptz '2026-03-01 12:00+08' + (n - 1) * interval '1 day'))).*
                            from (select * from orders where community_id = :community) o, generate_series(1, :number) n
                            returning community_id, id, code)
                        insert into order_line select {copy:order_line}'order_id', c.id, 'id', uuidv7(),
                            'quantity', 1 + right(c.code, 10)::int % 7,
                            'amount_fen', o.unit_price_fen * (1 + right(c.code, 10)::int % 7)))).*
                        from copied c, (select * from order_line where community_id = :community) o
                        """.replaceAll(
                        "\\{copy:(\\w+)}", "(jsonb_populate_record(null::$1, to_jsonb(o) || jsonb_build_object("))
                .param("code", home.card().shortCode())
                .param("community", home.id().value())
                .param("number", number)
                .update();
        jdbc.sql(
                        "update orders set status = 'CLOSED', change_cause = 'unpaid' where community_id = ? and masked_phone ~ '138....00|138....01'")
                .param(home.id().value())
                .update();
    }

    @Test
    @DisplayName("every order once, whichever way it is sorted, page by page, on the page as over REST")
    void everyOrderOnce() {
        for (var sort : List.of("-placed", "placed")) {
            var ids = shown(here("&sort=" + sort));
            assertThat(ids).hasSize(ORDERS).doesNotHaveDuplicates();
            assertThat(told(here("&sort=" + sort))).containsExactlyElementsOf(ids);
        }
        var days = here("&sort=-amount&from=2026-03-05&to=2026-03-11");
        var fen = amounts(days);
        assertThat(fen).hasSize(7).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(told(days)).containsExactlyElementsOf(shown(days));
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "&status=PLACED",
        "&status=COMING",
        "&from=2026-03-05&to=2026-03-09",
        "&from=2026-04-01&status=CLOSED",
        "&kind=CYCLE",
        "&kind=TEAM",
        "&q=0007",
    })
    @DisplayName("what all that match come to is the sum of their rows, on the page, in the file and over REST")
    void totalsMatchTheRows(String filter) throws IOException {
        var fen = amounts(here(filter));
        var sum = fen.stream().mapToLong(it -> it).sum();
        var answer = desk.get("/orders" + here(filter));
        assertThat(answer).bodyJson().extractingPath("$.total.orders").isEqualTo(fen.size());
        assertThat(((Number) JsonPath.read(body(answer), "$.total.amountFen")).longValue())
                .isEqualTo(sum);
        if (!fen.isEmpty()) {
            assertThat(body(desk.page("/orders" + here(filter))))
                    .contains("共 " + fen.size() + " 单", "¥%d.%02d".formatted(sum / 100, sum % 100));
        }
        assertThat(yuanInWorkbook(here(filter)))
                .isEqualTo(fen.stream().map(it -> it / 100.0).toList());
        assertThat(body(desk.page("/orders.csv" + here(filter))).lines()).hasSize(fen.size() + 1);
    }

    @Test
    @DisplayName("what cannot be looked for is refused over REST, and said above all orders on the page")
    void whatCannotBeLookedFor() {
        for (var wrong : List.of(
                "status=GONE",
                "kind=x",
                "from=32.13.",
                "from=2026-03-02&to=2026-03-01",
                "sort=code",
                "sort=amount",
                "after=nonsense",
                "due=NOT_PAID")) {
            assertThat(desk.get("/orders?" + wrong)).as(wrong).hasStatus(400);
            assertThat(desk.page("/orders?" + wrong))
                    .as(wrong)
                    .hasStatusOk()
                    .bodyText()
                    .contains("role=\"alert\"");
        }
        assertThat(body(desk.page("/orders" + here("&sort=amount"))))
                .as("what can be picked out stays so")
                .contains("共 " + ORDERS + " 单");
        assertThat(desk.get("/orders?after=" + home.card().shortCode() + "ZZZZZZZZZZ"))
                .hasStatus(404);
    }

    @Test
    @DisplayName(
            "of one cycle only, and of those only what is not paid: the rows behind a number of the table of cycles")
    void ofOneCycle() {
        var of = "?source=" + cycle.id();
        assertThat(told(of)).hasSize(ORDERS);
        assertThat(told(of + "&due=NOT_PAID")).hasSize(1).isEqualTo(shown(of + "&due=NOT_PAID"));
        assertThat(told(of + "&due=PAID_HERE")).isEmpty();
        assertThat(body(desk.page("/orders" + of))).contains("只看一个团或一期接龙", "name=\"due\"");
    }

    @Test
    @DisplayName("an empty table says why: nothing was ordered, or nothing matches")
    void anEmptyTableSaysWhy() {
        assertThat(body(desk.page("/orders" + here("&q=9999"))))
                .contains("没有找到订单")
                .doesNotContain("orders.csv");
    }

    private String here(String filter) {
        return "?community=" + home.card().shortCode() + filter;
    }

    private List<String> shown(String query) {
        var ids = new ArrayList<String>();
        @Nullable String next = "/operate/orders" + query;
        while (next != null) {
            var page = body(desk.page(next.substring("/operate".length())));
            ROW.matcher(page).results().map(it -> it.group(1)).forEach(ids::add);
            var link = NEXT.matcher(page);
            next = link.find() ? HtmlUtils.htmlUnescape(link.group(1)) : null;
        }
        return ids;
    }

    private List<String> told(String query) {
        return all(query, "$.items[*].id").stream().map(Object::toString).toList();
    }

    private List<Long> amounts(String query) {
        return all(query, "$.items[*].amountFen").stream()
                .map(it -> ((Number) it).longValue())
                .toList();
    }

    private List<Object> all(String query, String path) {
        var found = new ArrayList<Object>();
        @Nullable String after = "";
        while (after != null) {
            var page = body(desk.get("/orders" + query + (after.isEmpty() ? "" : "&after=" + after)));
            found.addAll(JsonPath.<List<Object>>read(page, path));
            after = JsonPath.read(page, "$.next");
        }
        return found;
    }

    private List<Double> yuanInWorkbook(String query) throws IOException {
        var file = desk.page("/orders.xlsx" + query).getResponse().getContentAsByteArray();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                var rows = workbook.getFirstSheet().openStream()) {
            return rows.skip(1)
                    .map(it -> it.getCellAsNumber(8).orElseThrow().doubleValue())
                    .toList();
        }
    }

    private static String body(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
