package tuanju.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import support.Statements;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Visitor;
import tuanju.WebTest;
import tuanju.audit.AuditTrail;
import tuanju.member.Members;
import tuanju.member.SignedIn;
import tuanju.member.operators.Operators;
import tuanju.teambuy.joining.TeamOpening;

@WebTest
@DisplayName(
        "W-60 what operators look through is a table: page by page, picked out, as a file, in as many statements for all")
class ConsoleTablesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    Operators operators;

    @Autowired
    AuditTrail trail;

    @Autowired
    Members members;

    @Autowired
    TeamOpening opening;

    @Autowired
    Statements statements;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private TeamNeighbourhood home;
    private Desk desk;

    @BeforeEach
    void anOperator() {
        home = neighbourhoods.found(3, 2);
        operators.appoint(home.member(0));
        desk = new Desk(mvc, home.member(0));
    }

    @Test
    @DisplayName("the audit trail by who, what, to whom and when, from either end")
    void theTrail() {
        var subject = "member " + home.member(1).value();
        write(subject, 3);
        var few = asMany("/audit?subject=" + subject);
        write(subject, 117);
        assertThat(asMany("/audit?subject=" + subject)).isEqualTo(few);

        var query = "audit?subject=" + subject;
        for (var sort : List.of("-at", "at")) {
            assertThat(column(query + "&sort=" + sort, "act.below"))
                    .as(sort)
                    .hasSize(120)
                    .doesNotHaveDuplicates();
        }
        assertThat(column(query + "&sort=at", "act.below").getFirst()).isEqualTo("3 Nr. 1");
        assertThat(column(query + "&action=nothing.", "act.value")).isEmpty();
        assertThat(column(query + "&actor=" + home.member(0).value(), "act.value"))
                .hasSize(120);
        assertThat(column(query + "&actor=" + home.member(1).value(), "act.value"))
                .isEmpty();
        assertThat(column(query + "&to=2020-01-01", "act.value")).isEmpty();
        assertThat(text(desk.page("/audit.csv?subject=" + subject)).lines()).hasSize(121);
        assertThat(text(desk.page("/audit?actor=" + home.member(0).value())))
                .contains("只看一个人", "/operate/audit?subject=");
    }

    private void write(String subject, int times) {
        for (int time = 1; time <= times; time++) {
            trail.record(home.member(0).value(), "member.written", subject, times + " Nr. " + time);
        }
    }

    @Test
    @DisplayName("cases of money by what is wrong and whether they wait; those that wait are settled together, once")
    void theCases() {
        cases(3);
        var few = asMany("/exceptions?community=" + code());
        cases(117);
        assertThat(asMany("/exceptions?community=" + code())).isEqualTo(few);

        var here = "exceptions?community=" + code();
        assertThat(column(here, "case.below")).hasSize(120).doesNotHaveDuplicates();
        assertThat(column(here + "&sort=opened", "case.below")).hasSize(120).doesNotHaveDuplicates();
        assertThat(column(here + "&kind=WRONG_AMOUNT", "case.value")).isEmpty();
        String total = text(desk.get("/tables/" + here));
        assertThat(JsonPath.<Integer>read(total, "$.total.amount")).isEqualTo(120 * 100);

        var link = JsonPath.<String>read(total, "$.items[0].case.link");
        assertThat(text(desk.page(link.substring("/operate".length())))).contains("/settlement");
        var wish = "{\"table\":\"exceptions\",\"act\":\"settle\",\"query\":\"%s\",\"rows\":[\"%s\"],\"reason\":\"已查\"}";
        var row = link.substring(link.lastIndexOf('/') + 1);
        var query = "community=" + code();
        var done = desk.post("/acts", wish.formatted(query, row));
        assertThat(done).hasStatus(201);
        assertThat(JsonPath.<List<Object>>read(text(done, 201), "$.done")).hasSize(1);
        var again = desk.post("/acts", wish.formatted(query, row));
        assertThat(JsonPath.<List<Object>>read(text(again, 201), "$.left")).hasSize(1);
        assertThat(column(here + "&state=settled", "settled.below")).containsExactly("已查");
        theTwoThatBook(wish);
        assertThat(column(here + "&state=all", "case.value")).hasSize(121);
    }

    /** What says that somebody has their money is said of each alone, and one sentence is for one kind. */
    private void theTwoThatBook(String wish) {
        var other = jdbc.sql("""
                        insert into exception_case (community_id, id, kind, provider, reference, amount_fen, detail)
                        values (?, uuidv7(), 'TRANSFER_BY_HAND', 'sandbox', uuidv7()::text, 100, '') returning id
                        """).param(home.id().value()).query(UUID.class).single();
        var all = "{\"table\":\"exceptions\",\"act\":\"settle\",\"query\":\"community=%s%s\",\"reason\":\"已查\"}";
        var byHand = desk.post("/acts", all.formatted(code(), "&kind=TRANSFER_BY_HAND"));
        assertThat(JsonPath.<List<String>>read(text(byHand, 201), "$.left[*].why"))
                .containsExactly("by-itself");
        var two = jdbc.sql(
                        "select id from exception_case where community_id = ? and settled_at is null and id <> ? limit 1")
                .params(home.id().value(), other)
                .query(UUID.class)
                .single();
        assertThat(desk.post("/acts", wish.formatted("community=" + code(), other + "\",\"" + two)))
                .hasStatus(400);
    }

    private void cases(int number) {
        jdbc.sql("""
                        insert into exception_case (community_id, id, kind, provider, reference, amount_fen, detail)
                        select :home, uuidv7(), 'UNKNOWN_PAYMENT', 'sandbox', uuidv7()::text, 100, 'nobody''s'
                        from generate_series(1, :number)
                        """).param("home", home.id().value()).param("number", number).update();
    }

    @Test
    @DisplayName("complaints by order, kind and whose turn it is; each opens its file")
    void theComplaints() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            complaints(3);
            var few = asMany("/complaints?community=" + code());
            complaints(117);
            assertThat(asMany("/complaints?community=" + code())).isEqualTo(few);

            var here = "complaints?community=" + code();
            assertThat(column(here, "complaint.below")).hasSize(120).doesNotHaveDuplicates();
            assertThat(column(here + "&sort=-reported", "complaint.below"))
                    .hasSize(120)
                    .doesNotHaveDuplicates();
            assertThat(column(here + "&kind=SHORT", "complaint.value")).hasSize(120);
            assertThat(column(here + "&state=GIVEN", "complaint.value")).isEmpty();
            assertThat(column(here + "&state=WITH_LEADER", "complaint.value")).isEmpty();
            assertThat(column(here + "&q=t0000000000000", "complaint.value")).hasSize(120);
            var first = text(desk.get("/tables/" + here));
            assertThat(JsonPath.<Integer>read(first, "$.total.asked")).isEqualTo(120 * 100);
            var file = JsonPath.<String>read(first, "$.items[0].complaint.link").substring("/operate".length());
            assertThat(text(desk.page(file))).contains("/decision");
            var twin = mvc.get()
                    .uri("/api/v1" + file)
                    .with(Visitor.signedIn(new SignedIn(home.member(0), "运营", true)))
                    .exchange();
            assertThat(JsonPath.<String>read(text(twin), "$.complaint.order")).isEqualTo("T0000000000000");
        });
    }

    @Test
    @DisplayName("a complaint is found by its order's code also when it is decided")
    void decidedComplaints() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("""
                            insert into complaint (community_id, id, order_id, order_code, product_name, spec, kind, pieces,
                                asked_fen, reported_by, status, answer, decided_by, decided_at)
                            values (:home, uuidv7(), uuidv7(), 'T0000000000009', '番茄', '5斤', 'SHORT', 1, 100, :by, 'DECLINED',
                                '照片里是好的', :by, now())
                            """)
                    .param("home", home.id().value())
                    .param("by", home.member(1).value())
                    .update();
            assertThat(JsonPath.<List<String>>read(text(desk.get("/search?q=T0000000000009")), "$[*].table"))
                    .containsExactly("complaints");
        });
    }

    private void complaints(int number) {
        jdbc.sql("""
                        insert into complaint (community_id, id, order_id, order_code, product_name, spec, kind, pieces,
                            asked_fen, note, reported_by, status)
                        select :home, uuidv7(), uuidv7(), 'T0000000000000', '番茄', '5斤', 'SHORT', 1, 100, uuidv7()::text, :by,
                            'WAITING' from generate_series(1, :number)
                        """)
                .param("home", home.id().value())
                .param("by", home.member(1).value())
                .param("number", number)
                .update();
    }

    @Test
    @DisplayName(
            "products of all communities; many go off sale and into another category, after a page that says what becomes of each")
    void theProducts() {
        products(3);
        var few = asMany("/products?q=zp" + code());
        products(117);
        assertThat(asMany("/products?q=zp" + code())).isEqualTo(few);

        var here = "products?q=zp" + code();
        for (var sort : List.of("product", "-product", "written", "-written")) {
            assertThat(column(here + "&sort=" + sort, "product.below"))
                    .as(sort)
                    .hasSize(120)
                    .doesNotHaveDuplicates();
        }
        assertThat(text(desk.page("/products.csv?q=zp" + code())).lines()).hasSize(121);
        var query = "q=zp" + code();
        var asked = "/acts?table=products&act=category&all=true&query=" + query;
        assertThat(text(desk.page(asked))).contains("新分类").doesNotContain("name=\"commandKey\"");
        assertThat(text(desk.page(asked + "&value=坚果"))).contains("叶菜 → 坚果", "name=\"commandKey\"");
        var wish = "{\"table\":\"products\",\"act\":\"%s\",\"query\":\"%s\",\"value\":\"%s\"}";
        assertThat(desk.post("/acts", wish.formatted("category", query, ""))).hasStatus(400);
        assertThat(desk.post("/acts", wish.formatted("category", query, "十".repeat(21))))
                .hasStatus(400);
        assertThat(desk.post("/acts", wish.formatted("archive", query, "坚果"))).hasStatus(400);
        assertThat(JsonPath.<List<Object>>read(
                        text(desk.post("/acts", wish.formatted("category", query, "坚果")), 201), "$.done"))
                .hasSize(120);
        assertThat(column(here, "category.value")).containsOnly("坚果");
        text(desk.post("/acts", wish.formatted("archive", query, "")), 201);
        assertThat(column(here, "product.below")).isEmpty();
        assertThat(column(here + "&state=archived", "product.below")).hasSize(120);
    }

    private void products(int number) {
        jdbc.sql("""
                        insert into product (community_id, id, name, description, origin, category, pictures, created_at, version,
                            code)
                        select :home, id, 'ZP' || :code || id, '', '', '叶菜', '{}', now(), 0, :code || upper(right(id::text, 10))
                        from (select uuidv7() as id from generate_series(1, :number)) ids
                        """)
                .param("home", home.id().value())
                .param("code", code())
                .param("number", number)
                .update();
    }

    @Test
    @DisplayName("variants get a price or what came, and what orders hold is not taken away")
    void theVariants() {
        var sku = home.sku().value();
        var before = jdbc.sql("select price_fen from sku where id = ?")
                .param(sku)
                .query(Long.class)
                .single();
        var wish = "{\"table\":\"variants\",\"act\":\"%s\",\"query\":\"community=" + code() + "\",\"rows\":[\"" + sku
                + "\"],\"value\":\"%s\"}";
        assertThat(text(desk.page(
                        "/acts?table=variants&act=price&row=" + sku + "&query=community=" + code() + "&value=+10%")))
                .contains(" → ");
        for (var wrong : List.of("x", "0", "1e9", "++2", "-")) {
            assertThat(desk.post("/acts", wish.formatted("price", wrong)))
                    .as(wrong)
                    .hasStatus(400)
                    .bodyText()
                    .contains("\"value\"");
        }
        text(desk.post("/acts", wish.formatted("price", "+10%")), 201);
        assertThat(jdbc.sql("select price_fen from sku where id = ?")
                        .param(sku)
                        .query(Long.class)
                        .single())
                .isEqualTo(Math.round(before * 1.1));
        assertThat(JsonPath.<List<Object>>read(
                        text(desk.post("/acts", wish.formatted("price", "-99999")), 201), "$.left"))
                .hasSize(1);

        jdbc.sql("update sku set on_hand = reserved + 5 where id = ?")
                .param(sku)
                .update();
        text(desk.post("/acts", wish.formatted("stock", "+7")), 201);
        assertThat(jdbc.sql("select on_hand - reserved from sku where id = ?")
                        .param(sku)
                        .query(Integer.class)
                        .single())
                .isEqualTo(12);
        assertThat(JsonPath.<List<Object>>read(text(desk.post("/acts", wish.formatted("stock", "-13")), 201), "$.left"))
                .hasSize(1);
        assertThat(desk.post("/acts", wish.formatted("stock", "0"))).hasStatus(400);
        assertThat(trail.about(sku.toString(), 9)).extracting(it -> it.action()).contains("sku.edit", "stock.adjust");
        assertThat(column("variants?stock=none&community=" + code(), "code.value"))
                .isEmpty();
    }

    @Test
    @DisplayName("offers of all communities, as many statements for all, paused and ended together")
    void theOffers() {
        var few = asMany("/offers?community=" + code());
        offers(119);
        assertThat(asMany("/offers?community=" + code())).isEqualTo(few);
        var here = "offers?community=" + code();
        assertThat(column(here, "code.value")).hasSize(120).doesNotHaveDuplicates();
        assertThat(column(here + "&sort=made", "code.value")).hasSize(120).doesNotHaveDuplicates();
        assertThat(column("offers?q=" + home.offer(), "code.value"))
                .contains(home.offer().value());
        var wish = "{\"table\":\"offers\",\"act\":\"%s\",\"query\":\"community=" + code() + "\",\"value\":\"\"}";
        text(desk.post("/acts", wish.formatted("pause")), 201);
        assertThat(column(here + "&status=PAUSED", "code.value")).hasSize(120);
        text(desk.post("/acts", wish.formatted("end")), 201);
        assertThat(JsonPath.<List<Object>>read(text(desk.post("/acts", wish.formatted("resume")), 201), "$.left"))
                .hasSize(120);
    }

    private void offers(int number) {
        jdbc.sql("""
                        insert into team_offer select (jsonb_populate_record(null::team_offer, to_jsonb(o) || jsonb_build_object(
                            'id', gen_random_uuid(), 'code', :code || lpad(n::text, 10, '0'),
                            'created_at', o.created_at - n * interval '1 minute'))).*
                        from (select * from team_offer where community_id = :home limit 1) o, generate_series(1, :number) n
                        """)
                .param("code", code())
                .param("home", home.id().value())
                .param("number", number)
                .update();
    }

    @Test
    @DisplayName("communities and who leads them; leading ends with a reason, also for many")
    void communitiesAndLeaders() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            communities(1, 3);
            var few = asMany("/communities?q=测区");
            communities(4, 99);
            assertThat(asMany("/communities?q=测区")).isEqualTo(few);
            assertThat(column("communities?q=测区", "code.value")).hasSize(99).doesNotHaveDuplicates();
            assertThat(column("communities?q=测区&sort=-since", "code.value"))
                    .hasSize(99)
                    .doesNotHaveDuplicates();
        });
        var here = "leaders?community=" + code();
        var link = JsonPath.<String>read(text(desk.get("/tables/" + here)), "$.items[0].leader.link");
        assertThat(text(desk.page(link.substring("/operate".length())))).contains("/revocation", "scorecard");
        var wish = "{\"table\":\"leaders\",\"act\":\"end\",\"query\":\"community=" + code() + "\",\"reason\":\"%s\"}";
        assertThat(desk.post("/acts", wish.formatted(" "))).hasStatus(400);
        assertThat(JsonPath.<List<Object>>read(text(desk.post("/acts", wish.formatted("搬走了")), 201), "$.done"))
                .isNotEmpty();
        assertThat(column(here, "leader.value")).isEmpty();
        assertThat(column(here + "&state=ended", "ended.below")).contains("搬走了");
    }

    private void communities(int first, int last) {
        jdbc.sql("""
                        insert into community (id, short_code, name, place)
                        select uuidv7(), 'ZZ' || lpad(n::text, 2, '0'), '测区' || n, '路上' from generate_series(:first, :last) n
                        """).param("first", first).param("last", last).update();
    }

    @Test
    @DisplayName(
            "a sheet that is pasted is read line by line, changes nothing before it is confirmed, and then what can be read")
    void theSheet() {
        var sku = home.sku().value();
        jdbc.sql("update sku set on_hand = reserved + 5 where id = ?")
                .param(sku)
                .update();
        var row = jdbc.sql("""
                        select p.code || e'\\t' || s.spec from sku s
                        join product p on p.community_id = s.community_id and p.id = s.product_id where s.id = ?
                        """).param(sku).query(String.class).single();
        var text = "编号\t规格\t价格\t件数\n" + row + "\t77.70\t+20\n" + row + "\t1\t\nNOSUCHCODE\tx\t1\t\n";
        var json = "{\"text\":\"" + text.replace("\n", "\\n").replace("\t", "\\t") + "\"}";

        var read = desk.post("/variant-sheets/previews", json);
        assertThat(JsonPath.<List<Integer>>read(text(read), "$[*].line")).containsExactly(2, 3, 4);
        var changes = JsonPath.<List<String>>read(text(read), "$[?(@.problem == null)].change");
        assertThat(changes).hasSize(1);
        assertThat(text(desk.submit("/variants/sheets/previews", Map.of("text", text))))
                .contains("→ ¥77.70", "NOSUCHCODE", "第 4 行", "name=\"commandKey\"", changes.getFirst());
        assertThat(priceOf(sku)).isNotEqualTo(7770);

        var old = Map.of("text", text, "confirmed", changes.getFirst().replace(":7770:", ":7771:"));
        assertThat(text(desk.page(path(desk.submit("/variants/sheets", old))))).contains("期间有变化");
        assertThat(priceOf(sku)).as("another price was confirmed").isNotEqualTo(7770);

        var wanted = Map.of("text", text, "confirmed", changes.getFirst());
        assertThat(text(desk.page(path(desk.submit("/variants/sheets", wanted)))))
                .contains("已处理 1 行");
        assertThat(priceOf(sku)).isEqualTo(7770);
        assertThat(jdbc.sql("select on_hand - reserved from sku where id = ?")
                        .param(sku)
                        .query(Integer.class)
                        .single())
                .isEqualTo(25);
        assertThat(desk.post("/variant-sheets", "{\"text\":\"NOSUCHCODE\\tx\\t1\"}"))
                .hasStatus(422);
        assertThat(desk.submit("/variants/sheets", Map.of("text", " "))).hasStatus(422);
    }

    @Test
    @DisplayName("a pasted count of none stops the sale of what was not counted; what is off sale is not priced")
    void theSheetCounts() {
        var sku = home.sku().value();
        jdbc.sql("update sku set on_hand = null where id = ? and reserved = 0")
                .param(sku)
                .update();
        var row = jdbc.sql("""
                        select p.code || '\\t' || s.spec from sku s
                        join product p on p.community_id = s.community_id and p.id = s.product_id where s.id = ?
                        """).param(sku).query(String.class).single();

        text(desk.post("/variant-sheets", "{\"text\":\"" + row + "\\t\\t0\"}"));
        assertThat(jdbc.sql("select on_hand from sku where id = ?")
                        .param(sku)
                        .query(Integer.class)
                        .single())
                .isZero();

        jdbc.sql("update product set archived_at = now() where id = (select product_id from sku where id = ?)")
                .param(sku)
                .update();
        assertThat(text(desk.post("/variant-sheets/previews", "{\"text\":\"" + row + "\\t1.23\\t\"}")))
                .contains("没有这个编号");
    }

    private static String path(MvcTestResult sent) {
        assertThat(sent).hasStatus3xxRedirection();
        return String.valueOf(sent.getResponse().getRedirectedUrl()).substring("/operate".length());
    }

    private long priceOf(UUID sku) {
        return jdbc.sql("select price_fen from sku where id = ?")
                .param(sku)
                .query(Long.class)
                .single();
    }

    @Test
    @DisplayName("words are looked for in all tables at once; that somebody looked for the end of a phone is on record")
    void everywhere() {
        var found = text(desk.get("/search?q=" + home.offer()));
        assertThat(JsonPath.<List<String>>read(found, "$[*].table")).contains("offers");
        assertThat(JsonPath.<List<String>>read(
                        text(desk.get("/search?q=" + home.card().name())), "$[*].table"))
                .contains("communities");
        var last = members.card(home.member(1)).maskedPhone();
        last = last.substring(last.length() - 4);
        assertThat(text(desk.page("/search?q=" + last)))
                .contains(members.card(home.member(1)).name());
        text(desk.get("/tables/leaders?q=" + last));
        text(desk.page("/members.csv?q=" + last));
        assertThat(trail.find(new AuditTrail.Query(home.member(0).value(), "phone.searched", null, null), 99))
                .allSatisfy(it -> assertThat(it.detail()).startsWith("****"))
                .extracting(it -> it.subject())
                .containsOnly("table orders", "table members", "table leaders")
                .hasSize(5);
        assertThat(text(desk.page("/search?q= "))).doesNotContain("没有找到");
        assertThat(desk.get("/search?q=" + "x".repeat(61))).hasStatus(400);
        assertThat(JsonPath.<List<Object>>read(text(desk.get("/search?q=zzzzqqqq")), "$"))
                .isEmpty();
    }

    @Test
    @DisplayName("an order's file leads to what hangs on it, and shows what was noted there by whom")
    void theOrdersFile() {
        var seat = opening.open(home.member(1), home.offer(), home.one());
        var order = seat.order();
        var file = "/orders/" + home.id().value() + "/" + order.id().value();
        assertThat(text(desk.page(file)))
                .contains(
                        "/operate/teams?q=",
                        "/operate/members/" + home.member(1).value(),
                        "/operate/acts?table=orders&amp;act=note");
        var wish =
                "{\"table\":\"orders\",\"act\":\"note\",\"query\":\"q=%1$s\",\"rows\":[\"%1$s\"],\"reason\":\"周三再送\"}";
        text(desk.post("/acts", wish.formatted(order.code())), 201);
        assertThat(text(desk.page(file)))
                .contains(
                        "周三再送",
                        "/operate/audit?subject=order%20" + order.code(),
                        members.card(home.member(0)).name());
    }

    @Test
    @DisplayName("a view that was removed is offered to be kept again")
    void aRemovedView() {
        desk.submit("/views", Map.of("page", "/operate/audit", "name", "导出", "query", "action=orders."));
        assertThat(desk.submit("/views/removals", Map.of("page", "/operate/audit", "name", "导出")))
                .hasRedirectedUrl("/operate/audit")
                .flash()
                .containsKey("viewRemoved");
    }

    private String code() {
        return home.card().shortCode();
    }

    /** What the page asks of the database. */
    private int asMany(String page) {
        text(desk.page(page));
        return statements.ofThisThread(() -> text(desk.page(page))).size();
    }

    private List<String> column(String query, String column) {
        var found = new ArrayList<String>();
        @Nullable String after = "";
        while (after != null) {
            var page = text(desk.get("/tables/" + query + (after.isEmpty() ? "" : "&after=" + after)));
            found.addAll(JsonPath.<List<String>>read(page, "$.items[*]." + column));
            after = JsonPath.read(page, "$.next");
        }
        return found;
    }

    private static String text(MvcTestResult answer) {
        return text(answer, 200);
    }

    private static String text(MvcTestResult answer, int status) {
        assertThat(answer).hasStatus(status);
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
