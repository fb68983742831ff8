package tuanju.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Statements;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.address.Door;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.ordering.CycleOrdering;
import tuanju.cycle.planning.CycleOpening;
import tuanju.member.operators.Operators;

@WebTest
@DisplayName(
        "What an operator does to many rows is done to those that were confirmed and still match, and said row by row")
class ManyRowsTest {

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
    Statements statements;

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood home;
    private Desk desk;
    private Desk other;

    @BeforeEach
    void twoOperators() {
        home = neighbourhoods.found(2);
        operators.appoint(home.member(0));
        operators.appoint(home.member(1));
        desk = new Desk(mvc, home.member(0));
        other = new Desk(mvc, home.member(1));
    }

    @Test
    @DisplayName(
            "it is asked first, with how many and which filter; done twice it is done once; what was done can be read")
    void askedDoneAndRead() {
        var cycle = cycle();
        var order = order(cycle, 0);
        var filter = "source=" + cycle.id() + "&status=PLACED";

        assertThat(text(desk.page("/orders?" + filter)))
                .contains("name=\"row\"", "value=\"" + order + "\"", "action=\"/operate/acts\"");
        assertThat(text(desk.page("/acts?table=orders&act=tell&row=" + order + "&query=" + "status=PLACED")))
                .contains("再提醒买家：共 1 行", order, "待付款", "value=\"" + order + "\"");

        var key = UUID.randomUUID().toString();
        var first = act(desk, key, "orders", "tell", filter, order, "");
        var again = act(desk, key, "orders", "tell", filter, order, "");
        assertThat(first.getResponse().getRedirectedUrl())
                .startsWith("/operate/acts/")
                .isEqualTo(again.getResponse().getRedirectedUrl());
        assertThat(text(desk.page(path(first)))).contains("再提醒买家：已处理 1 行", order);
        assertThat(told(order)).isEqualTo(1);

        var today = act(other, UUID.randomUUID().toString(), "orders", "tell", filter, order, "");
        assertThat(text(other.page(path(today)))).contains("没有处理任何行", "今天已经提醒过了");
        assertThat(told(order)).as("at most once a day").isEqualTo(1);
        assertThat(audited("order.told-again", "order " + order)).isEqualTo(1);
    }

    @Test
    @DisplayName("a row that changed meanwhile is left alone and named; none of the rows that match since is touched")
    void whatChangedMeanwhile() {
        var cycle = cycle();
        var paid = order(cycle, 0);
        var waits = order(cycle, 1);
        jdbc.sql("update orders set status = 'CLOSED', change_cause = 'unpaid' where code = ?")
                .param(paid)
                .update();

        var done = act(
                desk,
                UUID.randomUUID().toString(),
                "orders",
                "tell",
                "status=PLACED&source=" + cycle.id(),
                paid + "," + waits,
                "");
        assertThat(text(desk.page(path(done)))).contains("已处理 1 行", "1 行没有动", "期间有变动");
        assertThat(told(waits)).isEqualTo(1);
        assertThat(told(paid)).isZero();
    }

    @Test
    @DisplayName("of five hundred rows by as many statements as of five")
    void fiveHundred() {
        reports(500);
        var query = "{\"table\":\"reports\",\"act\":\"%s\",\"query\":\"state=open\",\"rows\":%s,\"reason\":\"如实\"}";
        var five = jsonIds(5);
        int few = statements
                .ofThisThread(() -> assertThat(desk.post("/acts", query.formatted("keep", five)))
                        .hasStatus(201))
                .size();
        var rest = jsonIds(495);
        int many = statements
                .ofThisThread(() -> assertThat(desk.post("/acts", query.formatted("keep", rest)))
                        .hasStatus(201))
                .size();
        assertThat(many).isLessThanOrEqualTo(few + 1);
        assertThat(open()).isZero();
    }

    @Test
    @DisplayName("two operators who decide the same reports at once, one to keep and one to hide: each is decided once")
    void twoAtOnce() {
        reports(120);
        var body = "{\"table\":\"reports\",\"act\":\"%s\",\"query\":\"\",\"rows\":%s,\"reason\":\"看过了\"}";
        var ids = jsonIds(120);
        var keeps = CompletableFuture.supplyAsync(() -> desk.post("/acts", body.formatted("keep", ids)));
        var hides = CompletableFuture.supplyAsync(() -> other.post("/acts", body.formatted("hide", ids)));
        var kept = keeps.join();
        var hidden = hides.join();

        assertThat(kept).hasStatus(201);
        assertThat(hidden).hasStatus(201);
        assertThat(done(kept) + done(hidden)).isEqualTo(120);
        assertThat(left(kept) + left(hidden)).isEqualTo(120);
        assertThat(number("select count(*) from conduct_case where community_id = ? and decision = 'KEPT'"))
                .isEqualTo(done(kept));
        assertThat(number("select count(*) from note where community_id = ? and hidden_at is not null"))
                .isEqualTo(done(hidden));
        assertThat(number("""
                select count(*) from audit_entry where action in ('conduct.kept', 'conduct.hidden')
                and subject in (select 'note ' || code from note where community_id = ?)
                """)).isEqualTo(120);
    }

    @Test
    @DisplayName("cycles are closed early, their leader is told, and one that takes no orders is left")
    void cyclesAreClosedEarly() {
        var open = cycle();
        var query = "community=" + home.card().shortCode();
        var code = open.code().value();
        var first = act(desk, UUID.randomUUID().toString(), "cycles", "close", query, code, "");
        assertThat(text(desk.page(path(first)))).contains("现在截单：已处理 1 行");
        assertThat(cycles.byCode(open.code()).status().isTaking()).isFalse();
        var second = act(other, UUID.randomUUID().toString(), "cycles", "close", query, code, "");
        assertThat(text(other.page(path(second)))).contains("没有处理任何行", "已经不再接单");
        assertThat(audited("cycle.close-early", code)).isEqualTo(1);
    }

    @Test
    @DisplayName("what cannot be done is refused and said, with what was typed kept")
    void refused() {
        reports(1);
        var id = JsonPath.<List<String>>read(jsonIds(1), "$").getFirst();
        assertThat(act(desk, UUID.randomUUID().toString(), "reports", "keep", "", id, " "))
                .hasStatus(400)
                .bodyText()
                .contains("reason-error", "value=\"" + id + "\"");
        assertThat(act(desk, UUID.randomUUID().toString(), "reports", "keep", "", "", "x"))
                .hasStatus(400);
        assertThat(desk.page("/acts?table=reports&act=keep"))
                .hasStatus(400)
                .bodyText()
                .contains("请先勾选几行");
        assertThat(desk.page("/acts?table=reports&act=burn&row=" + id)).hasStatus(400);
        assertThat(desk.page("/acts?table=commissions&act=keep&row=x")).hasStatus(404);
        assertThat(desk.page("/acts?table=reports&act=keep&row=x")).hasStatus(400);
        assertThat(desk.page("/acts?table=reports&act=keep&row=" + id + "&query=state=none"))
                .hasStatus(400);
        assertThat(desk.page("/acts?table=reports&act=keep&all=true&query=<x>")).hasStatus(400);
        assertThat(desk.page("/acts?table=reports&act=keep&all=true&query=stat=open"))
                .as("what is misspelt would pick out everything")
                .hasStatus(400);
        assertThat(desk.page("/acts/" + UUID.randomUUID())).hasStatus(404);
        var many = "a,".repeat(1001);
        assertThat(act(desk, UUID.randomUUID().toString(), "reports", "keep", "", many, "x"))
                .hasStatus(400);
        assertThat(open()).isEqualTo(1);
    }

    private CycleCard cycle() {
        return opening.open(home.leader(), home.id(), CycleRound.eggs(home));
    }

    private String order(CycleCard cycle, int buyer) {
        var eggs = cycles.products(cycle).getFirst().id();
        var wish = new CycleOrdering.Wish(Map.of(eggs, 1), Door.of("3", "50" + buyer), "");
        return ordering.order(home.member(buyer), cycle.code(), wish).code().value();
    }

    /** One note each, written by one neighbour and reported by another; as many as no hand writes in a day. */
    private void reports(int number) {
        var anna = neighbour();
        var made = anna.post(
                "/api/v1/notes",
                "{\"community\":\"%s\",\"title\":\"番茄\",\"text\":\"好吃\"}"
                        .formatted(home.card().shortCode()));
        assertThat(made).hasStatus(201);
        var bert = neighbour();
        var code = ApiClient.<String>read(made, "$.code");
        assertThat(bert.post(
                        "/api/v1/reports",
                        "{\"kind\":\"NOTE\",\"code\":\"%s\",\"reason\":\"SPAM\",\"text\":\"\"}".formatted(code)))
                .hasStatus(202);
        jdbc.sql("""
                        with copied as (
                            insert into note (community_id, id, code, author_id, title, body, pictures, topics, promoted)
                            select community_id, uuidv7(), :here || lpad(i::text, 10, '0'), author_id, title, body,
                                pictures, topics, false
                            from generate_series(2, :number) i, (select * from note where community_id = :community) n
                            returning community_id, code, author_id, title),
                        cases as (
                            insert into conduct_case (community_id, id, kind, code, author_id, title, severity, due_at)
                            select community_id, uuidv7(), 'NOTE', code, author_id, title, 2, now() + interval '24 hours'
                            from copied returning community_id, id),
                        kept as (
                            insert into conduct_evidence (community_id, case_id, version, words)
                            select community_id, id, 1, '番茄' from cases returning community_id, case_id)
                        insert into conduct_report
                            (community_id, id, case_id, version, reporter_id, reason, words, weight)
                        select k.community_id, uuidv7(), k.case_id, 1, r.reporter_id, r.reason, r.words, 1
                        from kept k join conduct_report r on r.community_id = k.community_id
                        """)
                .param("here", home.card().shortCode())
                .param("number", number)
                .param("community", home.id().value())
                .update();
    }

    private ApiClient neighbour() {
        var somebody = ApiClient.signUp(mvc);
        assertThat(somebody.put("/api/v1/communities/" + home.card().shortCode() + "/membership", "{}"))
                .hasStatus2xxSuccessful();
        return somebody;
    }

    /** So many open reports of here, as a list in JSON. */
    private String jsonIds(int number) {
        return jdbc.sql("""
                        select '[' || string_agg('"' || id || '"', ',') || ']' from (
                            select id from conduct_case where community_id = :community and decision is null order by id limit :number) n
                        """)
                .param("community", home.id().value())
                .param("number", number)
                .query(String.class)
                .single();
    }

    private long open() {
        return number("select count(*) from conduct_case where community_id = ? and decision is null");
    }

    private long number(String sql) {
        return jdbc.sql(sql).param(home.id().value()).query(Long.class).single();
    }

    private long told(String order) {
        return jdbc.sql("""
                        select count(*) from notification where subject like 'order:%:again:%' and link = ?
                        """).param("/orders/" + order).query(Long.class).single();
    }

    private long audited(String act, String subject) {
        return jdbc.sql("select count(*) from audit_entry where action = ? and subject = ?")
                .params(act, subject)
                .query(Long.class)
                .single();
    }

    private static int done(MvcTestResult answer) {
        return JsonPath.<List<Object>>read(body(answer), "$.done").size();
    }

    private static int left(MvcTestResult answer) {
        return JsonPath.<List<Object>>read(body(answer), "$.left").size();
    }

    private static MvcTestResult act(
            Desk by, String key, String table, String act, String query, String rows, String reason) {
        return by.submit(
                "/acts", Map.of("table", table, "act", act, "query", query, "row", rows, "reason", reason), key);
    }

    private static String path(MvcTestResult redirect) {
        assertThat(redirect).hasStatus3xxRedirection();
        var there = redirect.getResponse().getRedirectedUrl();
        return (there == null ? "" : there).substring("/operate".length());
    }

    private static String text(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return body(answer);
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
