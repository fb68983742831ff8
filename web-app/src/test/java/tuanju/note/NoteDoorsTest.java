package tuanju.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static tuanju.ApiClient.body;
import static tuanju.ApiClient.read;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import support.Statements;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;

@WebTest
@DisplayName("Notes over the API and on pages")
class NoteDoorsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    Statements statements;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private TeamNeighbourhood home;
    private ApiClient anna;
    private ApiClient bert;
    private String here = "";

    @BeforeEach
    void found() {
        home = neighbourhoods.found(1, 2);
        here = home.card().shortCode();
        anna = neighbour();
        bert = neighbour();
    }

    @Test
    void isWrittenReadChangedAndWithdrawn() {
        var card = ",\"cards\":[{\"kind\":\"OFFER\",\"code\":\"" + home.offer() + "\"}]";
        var code = written(anna, "番茄炒蛋", "先炒**番茄**。\\n\\n- 沙瓤\\n- 少糖", card);
        var note = bert.get("/api/v1/notes/" + code);
        assertThat(note).hasStatusOk();
        assertThat(ApiClient.<List<String>>read(note, "$.cards[*].code"))
                .containsExactly(home.offer().value());
        assertThat(ApiClient.<Boolean>read(note, "$.cards[0].buyable")).isTrue();
        assertThat(ApiClient.<List<String>>read(note, "$.bought")).isEmpty();
        var page = page(code, idOf(bert));
        assertThat(page).contains("<strong>番茄</strong>", "<li>沙瓤</li>", "/o/" + home.offer());

        assertThat(bert.put("/api/v1/notes/" + code, "{\"title\":\"别人的\",\"text\":\"x\"}"))
                .hasStatus(404);
        var change = "{\"title\":\"番茄炒蛋\",\"text\":\"先下蛋。\",\"version\":1}";
        assertThat(anna.put("/api/v1/notes/" + code, change)).hasStatus(204);
        assertThat(anna.put("/api/v1/notes/" + code, change)).hasStatus(409);
        var changes = bert.get("/api/v1/notes/" + code + "/changes");
        assertThat(ApiClient.<List<String>>read(changes, "$.items[0].lines[*].kind"))
                .contains("KEPT", "REMOVED", "ADDED");
        assertThat(html("/n/" + code + "/history", idOf(bert))).contains("<del>先炒**番茄**。</del>", "<ins>先下蛋。</ins>");

        assertThat(anna.delete("/api/v1/notes/" + code)).hasStatus(204);
        assertThat(bert.get("/api/v1/notes/" + code)).hasStatus(404);
    }

    @Test
    @DisplayName("what was for members stays theirs when the note is opened to everybody; a change of nothing is none")
    void versionsStayWhatTheyWere() {
        var code = written(anna, "番茄", "只给邻居看", ",\"visibility\":\"MEMBERS\"");
        var open = "{\"title\":\"番茄\",\"text\":\"给大家看\"}";
        assertThat(anna.put("/api/v1/notes/" + code, open)).hasStatus(204);
        assertThat(anna.put("/api/v1/notes/" + code, open)).hasStatus(204);
        var changes = "/api/v1/notes/" + code + "/changes";
        var stranger = ApiClient.signUp(mvc);
        assertThat(body(stranger.get(changes))).doesNotContain("只给邻居看");
        assertThat(html("/n/" + code + "/history", idOf(stranger))).doesNotContain("只给邻居看");
        for (var member : List.of(anna, bert)) {
            var read = member.get(changes);
            assertThat(body(read)).contains("只给邻居看");
            assertThat(ApiClient.<List<Integer>>read(read, "$.items[*].version"))
                    .containsExactly(2);
        }
    }

    @Test
    @DisplayName("bought is what its author has a completed order of; other cards take it away for good")
    void bought() {
        var order =
                "{\"quantity\":1,\"pickupPoint\":\"%s\"}".formatted(home.point().id());
        var placed = anna.post("/api/v1/team-offers/" + home.offer() + "/orders", order);
        assertThat(placed).hasStatus(201);
        var offer = ",\"cards\":[{\"kind\":\"OFFER\",\"code\":\"" + home.offer() + "\"}]";
        var before = written(anna, "还没拿到", "x", offer);
        assertThat(bought(before)).isEmpty();
        String theirs = read(placed, "$.code");
        complete(theirs);
        var code = written(anna, "拿到了", "x", offer);
        assertThat(bought(code)).containsExactly("OFFER-" + home.offer());
        assertThat(bought(written(bert, "我没买", "x", offer))).isEmpty();
        assertThat(html("/n/" + code, idOf(bert))).contains("已购");

        assertThat(anna.put("/api/v1/notes/" + code, "{\"title\":\"拿到了\",\"text\":\"y\"" + offer + "}"))
                .hasStatus(204);
        assertThat(bought(code)).as("the same cards").hasSize(1);
        assertThat(anna.put("/api/v1/notes/" + code, "{\"title\":\"拿到了\",\"text\":\"y\"}"))
                .hasStatus(204);
        assertThat(anna.put("/api/v1/notes/" + code, "{\"title\":\"拿到了\",\"text\":\"y\"" + offer + "}"))
                .hasStatus(204);
        assertThat(bought(code)).as("and back again").isEmpty();
        asItWas(theirs);
    }

    @Test
    @DisplayName("a card that is not here, or not for its author, is refused; one that was hidden later is left out")
    void cardsOfOthers() {
        var elsewhere = neighbourhoods.found(1, 2);
        for (var code : List.of(elsewhere.offer().value(), here + "0000000000", "x")) {
            var refused = anna.post(
                    "/api/v1/notes",
                    "{\"community\":\"%s\",\"title\":\"t\",\"text\":\"x\",\"cards\":[{\"kind\":\"OFFER\",\"code\":\"%s\"}]}"
                            .formatted(here, code));
            assertThat(refused).hasStatus(400);
            assertThat(body(refused)).contains("\"cards\"");
        }
        var code = written(anna, "鸡蛋", "x", ",\"cards\":[{\"kind\":\"OFFER\",\"code\":\"" + home.offer() + "\"}]");
        jdbc.sql("update team_offer set visible_from = 9 where community_id = ?")
                .param(home.id().value())
                .update();
        assertThat(ApiClient.<List<String>>read(bert.get("/api/v1/notes/" + code), "$.cards[*].code"))
                .isEmpty();
        assertThat(page(code, idOf(bert))).doesNotContain("/o/" + home.offer());
    }

    @Test
    @DisplayName("A-50 script in every field is words; a link that earns makes it an ad")
    void scriptIsWords() {
        var evil = "<script>alert(1)</script><img src=x onerror=alert(2)>";
        var code = read(
                anna.post(
                        "/api/v1/notes",
                        "{\"community\":\"%s\",\"title\":\"<script>alert(0)</script>\",\"text\":\"%s [a](javascript:alert(3)) \\u202Egpj\",\"topics\":[\"<b>\"]}"
                                .formatted(here, evil)),
                "$.code");
        var said = bert.post("/api/v1/notes/" + code + "/comments", "{\"text\":\"" + evil + "\"}");
        assertThat(said).hasStatus(201);
        for (var path : List.of("/n/" + code, "/notes?community=" + here, "/n/" + code + "/history")) {
            assertThat(html(path, idOf(bert)))
                    .as(path)
                    .doesNotContain("<script>alert", "<img src=x", "href=\"javascript", "\u202E");
        }
        assertThat(page(code.toString(), idOf(bert))).contains("&lt;script&gt;alert(1)");
        var ad = written(anna, "看这里", "https://x.example/o/" + home.offer() + "?FROM=" + here + "ABCDEFGHJK", "");
        assertThat(ApiClient.<Boolean>read(bert.get("/api/v1/notes/" + ad), "$.promoted"))
                .isTrue();
    }

    @Test
    @DisplayName("a refused word, a foreign picture, nothing at all and a stranger to the community are refused in a"
            + " sentence")
    void refused() throws IOException {
        var picture = read(anna.upload("/api/v1/pictures", png()), "$.id").toString();
        var with = "{\"community\":\"%s\",\"title\":\"葡萄\",\"pictures\":[\"%s\"]}".formatted(here, picture);
        assertThat(bert.post("/api/v1/notes", with)).hasStatus(400);
        assertThat(anna.post("/api/v1/notes", with)).hasStatus(201);
        assertThat(anna.post("/api/v1/notes", "{\"community\":\"" + here + "\",\"title\":\"葡萄\"}"))
                .hasStatus(400);
        assertThat(anna.upload(
                        "/api/v1/pictures", "<svg onload=alert(1)>".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .hasStatus(400);
        var stranger = ApiClient.signUp(mvc);
        var answer = stranger.post("/api/v1/notes", "{\"community\":\"" + here + "\",\"title\":\"葡萄\",\"text\":\"x\"}");
        assertThat(answer).hasStatus(409);
        assertThat(body(answer)).contains("note-members-only");
        jdbc.sql("insert into moderation_word (word, names_only, added_by) values ('加微信', false, ?) on conflict"
                        + " do nothing")
                .param(UUID.randomUUID())
                .update();
        var hidden = anna.post(
                "/api/v1/notes", "{\"community\":\"" + here + "\",\"title\":\"葡萄\",\"text\":\"加\\u200B 微.信 123\"}");
        assertThat(hidden).hasStatus(400);
        assertThat(body(hidden)).contains("\"text\"");
    }

    @Test
    @DisplayName("two tabs tap at once: each kind once a person")
    void twoTabs() throws Exception {
        var code = written(anna, "番茄", "x", "");
        try (var hands = Executors.newFixedThreadPool(8)) {
            var taps = IntStream.range(0, 16)
                    .<Callable<Integer>>mapToObj(it -> () -> bert.put(
                                    "/api/v1/notes/" + code + "/reactions/" + (it % 2 == 0 ? "USEFUL" : "FUN"), "")
                            .getResponse()
                            .getStatus())
                    .toList();
            for (var tap : hands.invokeAll(taps)) {
                assertThat(tap.get()).isEqualTo(204);
            }
        }
        var note = bert.get("/api/v1/notes/" + code);
        assertThat(ApiClient.<Integer>read(note, "$.reactions.USEFUL")).isEqualTo(1);
        assertThat(ApiClient.<List<String>>read(note, "$.mine")).containsExactly("FUN", "USEFUL");
        assertThat(bert.delete("/api/v1/notes/" + code + "/reactions/FUN")).hasStatus(204);
        assertThat(ApiClient.<Integer>read(bert.get("/api/v1/notes/" + code), "$.reactions.FUN"))
                .isZero();
        assertThat(bert.put("/api/v1/notes/" + code + "/reactions/LIKE", "")).hasStatus(404);
    }

    @Test
    @DisplayName(
            "comments have two levels, a pace, and call at most five people; muted ones are not told and not counted")
    void talking() {
        var code = written(anna, "番茄", "x", "");
        var first = said(bert, code, "真的甜", null);
        var answer = said(anna, code, "对吧", first);
        said(bert, code, "再来", answer);
        var talk = bert.get("/api/v1/notes/" + code + "/comments");
        assertThat(ApiClient.<List<String>>read(talk, "$.items[*].text")).containsExactly("真的甜");
        assertThat(ApiClient.<List<String>>read(talk, "$.items[0].answers[*].text"))
                .containsExactly("对吧", "再来");
        assertThat(told(anna)).hasSize(2);
        assertThat(page(code, idOf(bert))).contains(">真的甜<", ">对吧<", ">再来<");

        assertThat(anna.put("/api/v1/me/mutes/" + author(talk), "")).hasStatus(204);
        said(bert, code, "@小李 看", null);
        assertThat(told(anna)).as("from whom is muted").hasSize(2);
        assertThat(ApiClient.<Integer>read(anna.get("/api/v1/notes/" + code), "$.comments"))
                .isZero();
        assertThat(ApiClient.<Integer>read(bert.get("/api/v1/notes/" + code), "$.comments"))
                .isEqualTo(4);

        IntStream.range(0, 7).forEach(it -> said(bert, code, "第 " + it, null));
        var tooFast = bert.post("/api/v1/notes/" + code + "/comments", "{\"text\":\"还有\"}");
        assertThat(tooFast).hasStatus(429);
        assertThat(tooFast.getResponse().getHeader("Retry-After")).isNotNull();
    }

    @Test
    @DisplayName("under one comment fifty answers are shown; of two who write the last one at once, one writes it anew")
    void answersAreFull() throws Exception {
        var code = written(anna, "番茄", "x", "");
        var first = said(bert, code, "真的甜", null);
        said(anna, code, "对吧", first);
        jdbc.sql("""
            insert into note_comment (community_id, id, code, note_id, author_id, level, parent_id, body)
            select community_id, uuidv7(), :here || 'A' || lpad(i::text, 9, '0'), note_id, author_id, 2, parent_id, body
            from generate_series(1, 48) i, (select * from note_comment where community_id = :community and level = 2) a
            """).param("here", here).param("community", home.id().value()).update();
        var answer = "{\"text\":\"还有\",\"parent\":\"" + first + "\"}";
        try (var hands = Executors.newFixedThreadPool(2)) {
            var both = hands.invokeAll(List.<Callable<Integer>>of(
                    () -> anna.post("/api/v1/notes/" + code + "/comments", answer)
                            .getResponse()
                            .getStatus(),
                    () -> bert.post("/api/v1/notes/" + code + "/comments", answer)
                            .getResponse()
                            .getStatus()));
            assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(201, 409);
        }
        var refused = bert.post("/api/v1/notes/" + code + "/comments", answer);
        assertThat(refused).hasStatus(409);
        assertThat(body(refused)).contains("note-answers-full");
        var talk = bert.get("/api/v1/notes/" + code + "/comments");
        assertThat(ApiClient.<List<String>>read(talk, "$.items[0].answers[*].text"))
                .hasSize(50);
    }

    @Test
    @DisplayName("one's own words are taken back twice like once, also where one does not see them any more")
    void takenBack() {
        var code = written(anna, "番茄", "x", "");
        var first = said(bert, code, "真的甜", null);
        var comment = "/api/v1/notes/" + code + "/comments/" + first;
        assertThat(anna.delete(comment)).hasStatus(404);
        jdbc.sql("update note set visible_from = 9 where code = ?").param(code).update();
        assertThat(bert.get("/api/v1/notes/" + code)).hasStatus(404);
        assertThat(bert.delete("/api/v1/notes/" + code)).hasStatus(404);
        for (int tap = 0; tap < 2; tap++) {
            assertThat(bert.delete(comment)).hasStatus(204);
            assertThat(anna.delete("/api/v1/notes/" + code)).hasStatus(204);
        }
        assertThat(jdbc.sql("select withdrawn_at is not null from note_comment where code = ?")
                        .param(first)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    @DisplayName("who does not see the note any more, or is kept apart from its author or from whom is answered, is not"
            + " told")
    void tellsNobodyWhoWouldNotFindIt() {
        var code = written(anna, "番茄", "x", "");
        var first = said(bert, code, "真的甜", null);
        assertThat(told(anna)).hasSize(1);
        var cleo = neighbour();
        var author = jdbc.sql("select code from note_author where member_id = ?")
                .param(idOf(anna).value())
                .query(String.class)
                .single();
        assertThat(bert.put("/api/v1/me/blocks/" + author, "")).hasStatus(204);
        said(cleo, code, "对吧", first);
        assertThat(told(bert)).as("who blocked the author of the note").isEmpty();
        assertThat(told(anna)).as("whom the one who is answered blocked").hasSize(1);

        assertThat(bert.delete("/api/v1/me/blocks/" + author)).hasStatus(204);
        hidden(code, "now()", "author_id", "'广告'");
        said(anna, code, "谁看得到", first);
        assertThat(told(bert)).as("of a hidden note").isEmpty();
        hidden(code, "null", "null", "null");
        said(anna, code, "又看得到", first);
        assertThat(told(bert)).hasSize(1);
    }

    private void hidden(String code, String at, String by, String reason) {
        jdbc.sql("update note set hidden_at = %s, hidden_by = %s, hidden_reason = %s where code = ?"
                        .formatted(at, by, reason))
                .param(code)
                .update();
    }

    @Test
    @DisplayName(
            "a feed page asks at most eight times, the same for five notes and for fifty, and leads on without a gap")
    void fewStatements() {
        IntStream.range(0, 5).forEach(it -> written(it < 3 ? anna : bert, "第 " + it, "x", ""));
        var me = idOf(bert);
        html("/notes?community=" + here, me);
        var few = statements.ofThisThread(() -> html("/notes?community=" + here, me));
        copies(45);
        var many = statements.ofThisThread(() -> html("/notes?community=" + here, me));
        assertThat(many).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(8);

        var seen = new java.util.LinkedHashSet<String>();
        String after = "";
        for (int i = 0; i < 10 && after != null; i++) {
            var feed = bert.get(
                    "/api/v1/feeds/community?limit=12&community=" + here + (after.isEmpty() ? "" : "&after=" + after));
            ApiClient.<List<String>>read(feed, "$.items[*].code")
                    .forEach(it -> assertThat(seen.add(it)).isTrue());
            after = read(feed, "$.next");
        }
        assertThat(seen).hasSize(50);
    }

    @Test
    @DisplayName("what was reported is hidden with a reason, but not what was put right meanwhile")
    void reported() {
        var code = written(anna, "全是假的", "y", "");
        var cleo = neighbour();
        var report = "{\"kind\":\"NOTE\",\"code\":\"%s\",\"reason\":\"FALSE\",\"text\":\"没这回事\"}".formatted(code);
        assertThat(bert.post("/api/v1/reports", report)).hasStatus(202);
        assertThat(bert.post("/api/v1/reports", report)).hasStatus(202);
        var id = jdbc.sql("select id from conduct_case where title = '全是假的' and decision is null and community_id = ?")
                .param(home.id().value())
                .query(UUID.class)
                .single();
        assertThat(anna.put("/api/v1/notes/" + code, "{\"title\":\"说错了\",\"text\":\"改了\"}"))
                .hasStatus(204);
        assertThat(decided(id, "HIDDEN", 1)).as("other words by now").isEqualTo("");
        assertThat(bert.get("/api/v1/notes/" + code)).hasStatusOk();
        assertThat(cleo.post("/api/v1/reports", report)).hasStatus(202);
        assertThat(jdbc.sql("select count(*) from conduct_evidence where case_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .as("the words as they were and as they are")
                .isEqualTo(2);
        assertThat(decided(id, "HIDDEN", 2)).isEqualTo("HIDDEN");
        assertThat(decided(id, "HIDDEN", 2)).as("the same again").isEqualTo("HIDDEN");
        assertThat(decided(id, "KEPT", 2)).as("another decision").isEqualTo("HIDDEN");
        assertThat(bert.get("/api/v1/notes/" + code)).hasStatus(404);
        assertThat(html("/n/" + code, idOf(anna))).contains("不属实的内容");
        assertThat(told(bert)).hasSize(1);
        assertThat(told(anna)).hasSize(1);
    }

    /** How it is decided then; empty where it is not. */
    private String decided(UUID id, String decision, int version) {
        jdbc.sql("update member set operator = true where id = ?")
                .param(home.member(0).value())
                .update();
        assertThat(mvc.post()
                        .uri("/operate/reports/" + id + "/decision")
                        .param("decision", decision)
                        .param("ground", "FALSE")
                        .param("reason", "不属实的内容")
                        .param("version", String.valueOf(version))
                        .param("commandKey", UUID.randomUUID().toString())
                        .with(as(home.member(0)))
                        .with(csrf())
                        .exchange())
                .hasStatus3xxRedirection();
        return jdbc.sql("select coalesce(decision, '') from conduct_case where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private ApiClient neighbour() {
        var one = ApiClient.signUp(mvc);
        assertThat(one.put("/api/v1/communities/" + here + "/membership", "")).hasStatus(204);
        return one;
    }

    private String written(ApiClient by, String title, String text, String more) {
        var made = by.post(
                "/api/v1/notes",
                "{\"community\":\"%s\",\"title\":\"%s\",\"text\":\"%s\"%s}".formatted(here, title, text, more));
        assertThat(made).hasStatus(201);
        return read(made, "$.code");
    }

    /** As many more as the pace of one hand does not allow. */
    private void copies(int number) {
        jdbc.sql("""
            insert into note (community_id, id, code, author_id, title, body, pictures, topics, promoted)
            select community_id, uuidv7(), :here || lpad(i::text, 10, '0'), author_id, title, body, pictures, topics, false
            from generate_series(1, :number) i,
                (select * from note where community_id = :community order by id limit 1) n
            """)
                .param("here", here)
                .param("number", number)
                .param("community", home.id().value())
                .update();
    }

    private static String said(
            ApiClient by, String note, String text, @org.jspecify.annotations.Nullable String parent) {
        var said = by.post(
                "/api/v1/notes/" + note + "/comments",
                parent == null
                        ? "{\"text\":\"%s\"}".formatted(text)
                        : "{\"text\":\"%s\",\"parent\":\"%s\"}".formatted(text, parent));
        assertThat(said).hasStatus(201);
        return read(said, "$.code");
    }

    private static String author(org.springframework.test.web.servlet.assertj.MvcTestResult talk) {
        return read(talk, "$.items[0].author");
    }

    private List<String> bought(String code) {
        return read(bert.get("/api/v1/notes/" + code), "$.bought");
    }

    private List<String> told(ApiClient who) {
        return jdbc.sql(
                        "select topic from notification where member_id = ? and topic similar to '(note|conduct).told.%'")
                .param(idOf(who).value())
                .query(String.class)
                .list();
    }

    /** It never was paid: whoever looks the books over afterwards finds it waiting again. */
    private void asItWas(String order) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(
                            "delete from order_history where to_status <> 'PLACED' and order_id = (select id from orders where code = ?)")
                    .param(order)
                    .update();
            jdbc.sql("""
                    update orders set status = 'PLACED', paid_at = null, confirmed_at = null, collected_at = null
                    where code = ?
                    """).param(order).update();
        });
    }

    /** As if it had been handed over a week ago. */
    private void complete(String order) {
        jdbc.sql("update orders set status = 'PAID', paid_at = now(), change_cause = 'test' where code = ?")
                .param(order)
                .update();
        for (var status : List.of("CONFIRMED", "COLLECTED", "COMPLETED")) {
            jdbc.sql("update orders set status = ?, confirmed_at = now(), collected_at = now(), change_cause ="
                            + " 'test' where code = ?")
                    .params(status, order)
                    .update();
        }
    }

    private MemberId idOf(ApiClient who) {
        return new MemberId(UUID.fromString(read(who.get("/api/v1/members/me"), "$.id")));
    }

    private String page(String code, MemberId me) {
        return html("/n/" + code, me);
    }

    private String html(String uri, MemberId me) {
        return body(mvc.get()
                .uri(uri)
                .header("Accept-Language", "zh-CN")
                .with(as(me))
                .exchange());
    }

    private static RequestPostProcessor as(MemberId me) {
        return authentication(new UsernamePasswordAuthenticationToken(new SignedIn(me, "小李", false), null, List.of()));
    }

    private static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
