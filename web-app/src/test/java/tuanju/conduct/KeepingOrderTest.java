package tuanju.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tuanju.ApiClient.body;
import static tuanju.ApiClient.read;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import support.Neighbourhood;
import support.Neighbourhoods;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.member.MemberId;
import tuanju.member.operators.Operators;

@WebTest
@DisplayName(
        "What is not right on the wall waits in one queue, is decided with a reason, and nobody judges what is theirs")
class KeepingOrderTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    Operators operators;

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood home;
    private String here = "";
    private ApiClient author;
    private ApiClient judge;
    private ApiClient other;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(1);
        here = home.card().shortCode();
        author = neighbour();
        judge = operator();
        other = operator();
    }

    @Test
    @DisplayName("I-M1 three who do not know each other hide it until somebody has looked, and not again after that")
    void heldByThree() {
        var held = note("三个邻居都举报");
        var three = Stream.generate(this::settled).limit(3).toList();
        three.forEach(it -> report(it, "NOTE", held));
        assertThat(neighbour().get("/api/v1/notes/" + held)).hasStatus(404);
        assertThat(author.get("/api/v1/notes/" + held))
                .as("its author reads it")
                .hasStatusOk();
        assertThat(told(author)).containsExactly("conduct.told.held");
        assertThat(decide(judge, waiting(held), "KEPT", 1)).hasStatus(204);
        assertThat(told(author)).contains("conduct.told.own-shown");
        three.forEach(it -> report(it, "NOTE", held));
        assertThat(neighbour().get("/api/v1/notes/" + held)).as("seen and kept").hasStatusOk();
    }

    @Test
    @DisplayName(
            "I-M1 three friends, strangers or newcomers hide nothing, nor do reports of what such a thing is not hidden for")
    void heldByNobodyElse() {
        var friends = Stream.generate(this::settled).limit(3).toList();
        follow(friends.get(0), friends.get(1));
        follow(friends.get(2), friends.get(1));
        var outsiders = Stream.generate(() -> ApiClient.signUp(mvc)).limit(3).toList();
        var newcomers = Stream.generate(this::neighbour).limit(3).toList();
        for (var some : List.of(friends, outsiders, newcomers)) {
            var code = note("他们都举报");
            some.forEach(it -> report(it, "NOTE", code));
            assertThat(neighbour().get("/api/v1/notes/" + code)).hasStatusOk();
            assertThat(cases(code)).isOne();
        }
    }

    @Test
    @DisplayName(
            "I-M3 an appeal is decided by another; what was wrong is read again and what followed counts no longer")
    void appealed() {
        assertThat(step(judge, hidden(note("头一回")), "WARNING", null)).hasStatus(201);
        var code = note("骂人的话");
        var bert = neighbour();
        report(bert, "NOTE", code);
        var id = waiting(code);
        assertThat(decide(judge, id, "HIDDEN", 1)).hasStatus(204);
        assertThat(told(bert)).containsExactly("conduct.told.hidden");
        assertThat(step(judge, id, "MUTE", 3)).hasStatus(201);
        assertThat(comment(author, note(bert, "别人的"))).as("muted").hasStatus(403);

        var appeal = "/api/v1/me/conduct/" + id + "/appeal";
        assertThat(bert.post(appeal, "{\"text\":\"不是我的\"}")).hasStatus(404);
        assertThat(author.post(appeal, "{\"text\":\"说的是番茄\"}")).hasStatus(201);
        assertThat(author.post(appeal, "{\"text\":\"再说一次\"}")).hasStatus(409);
        assertThat(end(judge, id, "UPHELD")).as("who decided before").hasStatus(409);
        assertThat(end(other, id, "OVERTURNED")).hasStatus(204);
        assertThat(end(other, id, "UPHELD")).as("decided once").hasStatus(409);
        assertThat(neighbour().get("/api/v1/notes/" + code)).hasStatusOk();
        assertThat(comment(author, note(bert, "又一篇"))).as("no longer muted").hasStatus(201);
        assertThat(told(author)).contains("conduct.told.own-hidden", "conduct.told.overturned");
        assertThat(told(bert)).contains("conduct.told.shown-again");
        assertThat(body(author.get("/api/v1/me/conduct"))).contains("OVERTURNED");
        assertThat(step(judge, id, "MUTE", 3))
                .as("nothing follows from what was wrong")
                .hasStatus(409);
    }

    @Test
    @DisplayName("what one decision hides is not shown by the appeal against another")
    void hiddenTwice() {
        var code = note("第一处不对");
        var first = hidden(code);
        assertThat(author.put("/api/v1/notes/" + code, "{\"title\":\"改\",\"text\":\"电话 13812345678\"}"))
                .hasStatus(204);
        assertThat(decide(judge, waiting(code), "HIDDEN", 2)).hasStatus(204);
        assertThat(author.post("/api/v1/me/conduct/" + first + "/appeal", "{\"text\":\"第一处没错\"}"))
                .hasStatus(201);
        assertThat(end(other, first, "OVERTURNED")).hasStatus(204);
        assertThat(neighbour().get("/api/v1/notes/" + code)).hasStatus(404);
    }

    @Test
    @DisplayName(
            "I-M4 I-M5 what follows goes step by step, one for each time, never by who reported; out for good is by two")
    void stepByStep() {
        var id = hidden(note("又是广告"));
        assertThat(step(judge, id, "READ_ONLY", 3)).as("a step too far").hasStatus(409);
        assertThat(step(judge, id, "MUTE", 31)).as("too long").hasStatus(400);
        assertThat(step(judge, id, "WARNING", null)).hasStatus(201);
        assertThat(step(judge, id, "MUTE", 7)).as("one for each time").hasStatus(409);
        var more = Stream.of("二", "三", "四", "五").map(it -> hidden(note(it))).toList();
        var reporter = operator();
        var reported = note("六");
        report(reporter, "NOTE", reported);
        var sixth = waiting(reported);
        assertThat(decide(judge, sixth, "HIDDEN", 1)).hasStatus(204);
        assertThat(step(judge, more.get(0), "MUTE", 7)).hasStatus(201);
        assertThat(step(judge, more.get(1), "READ_ONLY", 7)).hasStatus(201);
        assertThat(author.put("/api/v1/notes/" + note(neighbour(), "好番茄") + "/reactions/FUN", ""))
                .as("only reads")
                .hasStatus(403);
        assertThat(step(reporter, sixth, "REMOVAL", 7)).as("who reported it").hasStatus(409);
        assertThat(step(judge, more.get(2), "REMOVAL", 7)).hasStatus(201);
        assertThat(standing()).isEqualTo("ENDED");

        var ban = more.get(3);
        assertThat(read(step(judge, ban, "BAN", null), "$.waits").toString()).isEqualTo("true");
        assertThat(measures()).doesNotContain("BAN");
        var word = jdbc.sql("select id from second_word where kind = 'conduct-ban' and thing_id = ?")
                .param(ban)
                .query(UUID.class)
                .single();
        var path = "/api/v1/second-words/" + word + "/decision";
        assertThat(judge.put(path, "{\"confirmed\":true}")).as("one's own word").hasStatus(409);
        assertThat(other.put(path, "{\"confirmed\":true}")).hasStatus2xxSuccessful();
        assertThat(measures()).contains("BAN");
        assertThat(comment(author, note(neighbour(), "又一篇"))).hasStatus(403);
    }

    @Test
    @DisplayName("who was out for a while belongs again, but not who had left before or was put out for something else")
    void comesBack() {
        var first = hidden(note("一"));
        var rest = Stream.of("二", "三", "四").map(it -> hidden(note(it))).toList();
        assertThat(step(judge, first, "WARNING", null)).hasStatus(201);
        assertThat(step(judge, rest.get(0), "MUTE", 1)).hasStatus(201);
        assertThat(step(judge, rest.get(1), "READ_ONLY", 1)).hasStatus(201);
        assertThat(author.delete("/api/v1/communities/" + here + "/membership")).hasStatus(204);
        assertThat(step(judge, rest.get(2), "REMOVAL", 1)).hasStatus(201);
        assertThat(standing()).as("they had left").isEqualTo("LEFT");
    }

    @Test
    @DisplayName("I-M2 words, reports and decisions that were kept are not changed or taken away, whoever asks")
    void evidenceStays() {
        var id = hidden(note("留作证据"));
        for (var statement : List.of(
                "update conduct_evidence set words = 'x' where case_id = ?",
                "delete from conduct_evidence where case_id = ?",
                "update conduct_report set weight = 3 where case_id = ?",
                "delete from conduct_report where case_id = ?",
                "update conduct_case set decision = 'KEPT', decided_for = null where id = ?",
                "update conduct_case set author_id = uuidv7() where id = ?",
                "delete from conduct_case where id = ?",
                "update conduct_case set held_at = now() where id = ?",
                "insert into conduct_measure (community_id, id, member_id, kind, case_id, reason, given_by)"
                        + " select community_id, uuidv7(), uuidv7(), 'WARNING', id, 'x', decided_by from conduct_case where id = ?",
                "update conduct_case set appeal = 'x', appealed_at = now(), appeal_decision = 'UPHELD',"
                        + " appeal_decided_at = now(), appeal_reason = 'x', appeal_decided_by = decided_by where id = ?")) {
            assertThatThrownBy(() -> jdbc.sql(statement).param(id).update())
                    .as(statement)
                    .isInstanceOf(org.springframework.dao.DataAccessException.class);
        }
    }

    @Test
    @DisplayName("I-M3 nobody reports or decides their own words, or decides what they reported")
    void notAboutOneself() {
        var code = note("自己写的");
        assertThat(author.post("/api/v1/reports", report("NOTE", code))).hasStatus(409);
        var reporter = operator();
        report(reporter, "NOTE", code);
        assertThat(decide(reporter, waiting(code), "HIDDEN", 1)).hasStatus(409);
        operators.appoint(idOf(author));
        assertThat(decide(author, waiting(code), "KEPT", 1)).hasStatus(409);
    }

    @Test
    @DisplayName(
            "a moderator decides in their own community, puts nobody out of it, and is no moderator once dismissed")
    void moderators() {
        var moderator = neighbour();
        var path = "/api/v1/operator/communities/" + here + "/moderators/"
                + idOf(moderator).value();
        var code = note("有人举报");
        report(neighbour(), "NOTE", code);
        var queue = "/api/v1/moderation/reports";
        assertThat(moderator.get(queue)).hasStatus(404);
        assertThat(judge.put(path, "")).hasStatus(204);
        assertThat(judge.put(path, "")).as("twice is once").hasStatus(204);
        assertThat(ApiClient.<List<String>>read(moderator.get(queue), "$.items[*].code"))
                .contains(code);
        var id = waiting(code);
        assertThat(moderator.put(queue + "/" + id + "/decision", decision("HIDDEN", 1)))
                .hasStatus(204);
        assertThat(moderator.post(queue + "/" + id + "/measures", "{\"kind\":\"REMOVAL\",\"days\":3,\"reason\":\"x\"}"))
                .hasStatus(404);
        var elsewhere = neighbourhoods.found(1);
        var far = ApiClient.signUp(mvc);
        assertThat(far.put("/api/v1/communities/" + elsewhere.card().shortCode() + "/membership", ""))
                .hasStatus(204);
        assertThat(judge.put(
                        "/api/v1/operator/communities/" + elsewhere.card().shortCode() + "/moderators/"
                                + idOf(far).value(),
                        ""))
                .hasStatus(204);
        assertThat(far.get(queue + "/" + id)).hasStatus(404);
        assertThat(judge.delete(path)).hasStatus(204);
        assertThat(moderator.get(queue)).hasStatus(404);
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'membership.role' and subject = ?")
                        .param("member " + idOf(moderator).value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("comments are reported like notes, and a note edited while it is judged is read again first")
    void whatIsReported() {
        var note = note("番茄怎么挑");
        String comment = read(comment(author, note), "$.code");
        report(neighbour(), "COMMENT", comment);
        assertThat(decide(judge, waiting(comment), "HIDDEN", 1)).hasStatus(204);
        assertThat(body(neighbour().get("/api/v1/notes/" + note + "/comments"))).doesNotContain("说一句");

        report(neighbour(), "NOTE", note);
        assertThat(author.put("/api/v1/notes/" + note, "{\"title\":\"番茄怎么挑\",\"text\":\"改过了\"}"))
                .hasStatus(204);
        assertThat(decide(judge, waiting(note), "HIDDEN", 1))
                .as("other words by now")
                .hasStatus(409);
        assertThat(decide(judge, waiting(note), "HIDDEN", 2)).hasStatus(204);
        assertThat(body(judge.get("/api/v1/operator/reports/" + caseOf(note)))).contains("改过了");
    }

    @ParameterizedTest
    @DisplayName("A-50 A-88 rules find telephone numbers, other ways and links however they are spelt")
    @CsvSource({
        "打我电话13812345678, PHONE",
        "打我电话１３８-1234 5678, PHONE",
        "一三八一二三四五六七八, PHONE",
        "加 薇 信 好说, CONTACT",
        "VX: tomato88, CONTACT",
        "去 https://cheap.example/x 买, LINK",
        "看 ｗｗｗ.cheap.com 便宜, LINK"
    })
    void found(String words, String rule) {
        var code = note(words);
        assertThat(jdbc.sql("""
                        select f.rule from conduct_finding f join conduct_case c
                            on c.community_id = f.community_id and c.id = f.case_id where c.code = ?
                        """).param(code).query(String.class).list()).contains(rule);
    }

    @Test
    @DisplayName("the same words again are found, and common ones in which nothing is are not")
    void theSameAgain() {
        var words = "这一批番茄沙瓤，生吃炒蛋都好，大家可以试试看";
        assertThat(cases(note(words))).isZero();
        assertThat(cases(note(neighbour(), words))).isOne();
        assertThat(cases(note("订单 20261129 到了，3 号门自提"))).isZero();
    }

    @Test
    @DisplayName("of many reports at once the third hides it, once, and of two who decide at once one does")
    void atOnce() {
        var code = note("很多人同时举报");
        var all = Stream.generate(this::settled).limit(8).toList();
        var reports = all.stream()
                .map(it -> CompletableFuture.supplyAsync(() -> it.post("/api/v1/reports", report("NOTE", code))
                        .getResponse()
                        .getStatus()))
                .toList();
        assertThat(reports)
                .as("hidden from the third on, it is no longer there for the others")
                .allSatisfy(it -> assertThat(it.join()).isIn(202, 404));
        assertThat(told(author)).containsExactly("conduct.told.held");
        assertThat(cases(code)).isOne();

        var id = waiting(code);
        var hides = CompletableFuture.supplyAsync(
                () -> decide(judge, id, "HIDDEN", 1).getResponse().getStatus());
        var keeps = CompletableFuture.supplyAsync(
                () -> decide(other, id, "KEPT", 1).getResponse().getStatus());
        assertThat(List.of(hides.join(), keeps.join())).containsExactlyInAnyOrder(204, 409);
    }

    @Test
    @DisplayName("everybody reads what was decided in a month, without a name or a word of it")
    void published() {
        var code = note("这句话不公开");
        report(neighbour(), "NOTE", code);
        assertThat(decide(judge, waiting(code), "HIDDEN", 1)).hasStatus(204);
        var page = body(mvc.get().uri("/decisions").exchange());
        assertThat(page).contains(home.card().name()).doesNotContain("这句话不公开", "如实");
        assertThat(mvc.get().uri("/decisions?month=2001-01").exchange()).hasStatus(400);
        assertThat(body(ApiClient.stranger(mvc).get("/api/v1/decisions")))
                .contains("HIDDEN")
                .doesNotContain("这句话不公开");
    }

    private ApiClient neighbour() {
        var one = ApiClient.signUp(mvc);
        assertThat(one.put("/api/v1/communities/" + here + "/membership", "")).hasStatus(204);
        return one;
    }

    private ApiClient operator() {
        var one = ApiClient.signUp(mvc);
        operators.appoint(idOf(one));
        return one;
    }

    private String note(String title) {
        return note(author, title);
    }

    private String note(ApiClient by, String title) {
        var made = by.post("/api/v1/notes", draft(title));
        assertThat(made).hasStatus(201);
        return read(made, "$.code");
    }

    private String draft(String title) {
        return "{\"community\":\"%s\",\"title\":\"%s\",\"text\":\"%s\"}".formatted(here, "说说", title);
    }

    private MvcTestResult comment(ApiClient by, String note) {
        return by.post("/api/v1/notes/" + note + "/comments", "{\"text\":\"说一句\"}");
    }

    private void report(ApiClient by, String kind, String code) {
        assertThat(by.post("/api/v1/reports", report(kind, code))).hasStatus(202);
    }

    private static String report(String kind, String code) {
        return "{\"kind\":\"%s\",\"code\":\"%s\",\"reason\":\"RUDE\",\"text\":\"\"}".formatted(kind, code);
    }

    private UUID hidden(String code) {
        report(neighbour(), "NOTE", code);
        var id = waiting(code);
        assertThat(decide(judge, id, "HIDDEN", 1)).hasStatus(204);
        return id;
    }

    private MvcTestResult decide(ApiClient by, UUID id, String decision, int version) {
        return by.put("/api/v1/operator/reports/" + id + "/decision", decision(decision, version));
    }

    private static String decision(String decision, int version) {
        return "{\"decision\":\"%s\",\"ground\":\"RUDE\",\"reason\":\"如实\",\"version\":%d}"
                .formatted(decision, version);
    }

    private MvcTestResult step(ApiClient by, UUID id, String kind, @org.jspecify.annotations.Nullable Integer days) {
        return by.post(
                "/api/v1/operator/reports/" + id + "/measures",
                "{\"kind\":\"%s\",\"days\":%s,\"reason\":\"说过了\"}".formatted(kind, days));
    }

    private MvcTestResult end(ApiClient by, UUID id, String decision) {
        return by.put(
                "/api/v1/operator/reports/" + id + "/appeal-decision",
                "{\"decision\":\"%s\",\"reason\":\"另一位看过\"}".formatted(decision));
    }

    private UUID waiting(String code) {
        return jdbc.sql("select id from conduct_case where code = ? and decision is null")
                .param(code)
                .query(UUID.class)
                .single();
    }

    private UUID caseOf(String code) {
        return jdbc.sql("select id from conduct_case where code = ? order by id desc limit 1")
                .param(code)
                .query(UUID.class)
                .single();
    }

    private int cases(String code) {
        return jdbc.sql("select count(*) from conduct_case where code = ?")
                .param(code)
                .query(Integer.class)
                .single();
    }

    private String standing() {
        return jdbc.sql("select status from membership where community_id = ? and member_id = ?")
                .params(home.id().value(), idOf(author).value())
                .query(String.class)
                .single();
    }

    private List<String> measures() {
        return jdbc.sql("select kind from conduct_measure where member_id = ?")
                .param(idOf(author).value())
                .query(String.class)
                .list();
    }

    private List<String> told(ApiClient who) {
        return jdbc.sql("select topic from notification where member_id = ? and topic like 'conduct.told.%'")
                .param(idOf(who).value())
                .query(String.class)
                .list();
    }

    private void follow(ApiClient one, ApiClient two) {
        note(two, "大家好，我是邻居");
        var code = jdbc.sql("select code from note_author where member_id = ?")
                .param(idOf(two).value())
                .query(String.class)
                .single();
        assertThat(one.put("/api/v1/me/follows/" + code, "")).hasStatus(204);
    }

    /** Who has belonged here for some time. */
    private ApiClient settled() {
        var one = neighbour();
        jdbc.sql("update membership set joined_at = now() - interval '8 days' where community_id = ? and member_id = ?")
                .params(home.id().value(), idOf(one).value())
                .update();
        return one;
    }

    private MemberId idOf(ApiClient who) {
        return new MemberId(UUID.fromString(read(who.get("/api/v1/members/me"), "$.id")));
    }
}
