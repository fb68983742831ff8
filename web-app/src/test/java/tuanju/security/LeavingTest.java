package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import support.Invariants;
import support.Jobs;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import tuanju.ApiClient;
import tuanju.WebTest;

/** A member takes everything away that is kept of them, and leaves for good. */
@WebTest
class LeavingTest {

    private static final String ME = "/api/v1/members/me";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<RecurringTask<Void>> jobs;

    private final String phone = People.anyPhone();
    private final String other = People.anyPhone();
    private TeamNeighbourhood home;
    private ApiClient me;
    private ApiClient neighbour;
    private UUID id = new UUID(0, 0);

    @BeforeEach
    void twoNeighboursOrder() {
        home = neighbourhoods.found(1, 2);
        me = living(phone);
        neighbour = living(other);
        id = UUID.fromString(ApiClient.read(me.get(ME), "$.id"));
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    @Test
    @DisplayName("V-07 one file has everything of its owner and nothing of a neighbour")
    void theCopyIsWholeAndTheirsAlone() {
        var order = orders(me);
        orders(neighbour);
        var file = me.get(ME + "/personal-data");
        assertThat(file)
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"tuanju-personal-data.json\"");
        assertThat(ApiClient.body(file)).contains(marks(phone)).contains(order).doesNotContain(marks(other));
        assertThat(ApiClient.<List<Object>>read(file, "$.cutOff")).isEmpty();
        assertThat(ApiClient.<List<Object>>read(file, "$.modules.order.order_line"))
                .hasSize(1);
        assertThat(jdbc.sql("select count(*) from audit_entry where actor = ? and action = 'member.copied'")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    @DisplayName("V-08 V-09 who leaves is nowhere in the database any more; the order stays, and their number is free")
    void whoLeavesIsForgotten() {
        var order = orders(me);
        end(order);
        aRowInEveryOtherTable(order);
        assertThat(tablesWith(phone)).contains("member", "sms_outbox", "chain_order", "notification");
        assertThat(tablesWith(room(phone))).contains("member", "order_door_change", "chain_order", "pickup_point");

        assertThat(close(code())).hasStatus(204);

        for (var mark : marks(phone)) {
            assertThat(tablesWith(mark)).as(mark).isEmpty();
        }
        assertThat(jdbc.sql("select buyer_id from orders where code = ?")
                        .param(order)
                        .query(UUID.class)
                        .single())
                .isEqualTo(id);
        assertThat(me.get(ME)).hasStatus(401);
        var next = ApiClient.signUp(mvc, phone);
        assertThat(ApiClient.<List<Object>>read(next.get("/api/v1/orders"), "$.items"))
                .isEmpty();
        assertThat(ApiClient.body(next.get(ME + "/personal-data"))).doesNotContain(order, name(phone), room(phone));
        assertThat(ApiClient.body(neighbour.get(ME))).contains(name(other));
    }

    @Test
    @DisplayName("V-08 an open order, a role and a wrong code keep the account open, and a sentence says why")
    void whatIsUnfinishedIsSaid() {
        var order = orders(me);
        assertThat(ApiClient.<List<String>>read(me.get(ME + "/closing"), "$.unfinished"))
                .hasSize(1);
        assertThat(me.put(ME + "/closing/code", "")).hasStatus(409).bodyText().contains("account-unfinished");
        assertThat(close("123456")).hasStatus(409);
        end(order);
        var code = code();
        assertThat(close(code.equals("123456") ? "654321" : "123456")).hasStatus(422);
        jdbc.sql("insert into leader (community_id, member_id, appointed_by) values (?, ?, ?)")
                .params(home.id().value(), id, id)
                .update();
        assertThat(ApiClient.body(close(code))).contains("account-unfinished", "团长");
        assertThat(me.get(ME)).hasStatusOk();
        assertThat(tablesWith(phone)).contains("member");
    }

    @Test
    @DisplayName("what was proposed about whoever leaves waits for no second word any more")
    void whatWasProposedAboutThemWaitsNoMore() {
        var proposed = jdbc.sql("""
                        insert into second_word (id, kind, thing_id, fen, wanted, reason, proposed_by)
                        values (gen_random_uuid(), 'operator-appointment', :me, 0, :phone, '管周末的班', :by) returning id
                        """)
                .param("me", id)
                .param("phone", phone)
                .param("by", home.leader().value())
                .query(UUID.class)
                .single();
        assertThat(close(code())).hasStatus(204);
        assertThat(jdbc.sql("select status || wanted from second_word where id = ?")
                        .param(proposed)
                        .query(String.class)
                        .single())
                .isEqualTo("EXPIRED");
    }

    @Test
    @DisplayName("a code to sign in closes nothing, and one that closes opens nothing")
    void eachCodeIsGoodForOneThing() {
        var code = code();
        var stranger = ApiClient.stranger(mvc);
        assertThat(stranger.post("/api/v1/tokens", "{\"phone\":\"%s\",\"code\":\"%s\"}".formatted(phone, code)))
                .hasStatus(401);
        jdbc.sql("delete from rate_limit where key = ?").param("code " + phone).update();
        assertThat(close(stranger.codeFor(phone))).hasStatus(422);
        assertThat(close(code)).hasStatus(204);
    }

    @Test
    @DisplayName("a failure in the middle leaves everything as it was, and asking again goes through")
    void aFailureInTheMiddleChangesNothing() {
        end(orders(me));
        var code = code();
        jdbc.sql("create trigger planted before update on orders for each row"
                        + " when (new.recipient_name = '已注销') execute function order_history_append_only()")
                .update();
        try {
            assertThat(close(code).getResponse().getStatus()).isGreaterThanOrEqualTo(400);
        } finally {
            jdbc.sql("drop trigger planted on orders").update();
        }
        assertThat(me.get(ME)).hasStatusOk();
        assertThat(ApiClient.body(me.get(ME + "/personal-data"))).contains(marks(phone));
        assertThat(close(code)).hasStatus(204);
        assertThat(tablesWith(phone)).isEmpty();
    }

    @Test
    @DisplayName("what an event wrote down late is forgotten by the hour")
    void whatCameLateIsForgotten() {
        assertThat(close(code())).hasStatus(204);
        tell();
        assertThat(tablesWith(phone)).containsExactly("notification");
        new Jobs(jobs).run("member-sweep");
        assertThat(tablesWith(phone)).isEmpty();
    }

    @Test
    @DisplayName("the page asks for a tick and the code, says goodbye, and signs every device out")
    void thePageCloses() {
        var browser = new Browser(mvc);
        browser.get("/sign-in?with=password");
        browser.post("/sign-in/password", Map.of("phone", phone, "password", People.PASSWORD));
        browser.get("/me/personal-data");
        assertThat(browser.page()).contains("/me/personal-data/copy", "/me/closing");
        assertThat(browser.get("/me/personal-data/copy"))
                .hasStatusOk()
                .bodyText()
                .contains(phone);
        browser.get("/me/closing");
        assertThat(browser.page()).contains("至少保存三年").doesNotContain("name=\"sure\"");
        assertThat(browser.post("/me/closing/codes", Map.of())).hasRedirectedUrl("/me/closing");
        browser.get("/me/closing");
        assertThat(browser.page()).contains("name=\"sure\"");
        var code = sent();
        assertThat(browser.post("/me/closing", Map.of("code", code))).hasStatus(400);
        assertThat(browser.page()).contains("请先勾选");
        assertThat(browser.post("/me/closing", Map.of("code", code, "sure", "yes")))
                .hasRedirectedUrl("/sign-in");
        assertThat(browser.get("/me")).hasStatus(303);
        assertThat(me.get(ME)).hasStatus(401);
    }

    private ApiClient living(String phone) {
        var client = ApiClient.signUp(mvc, phone);
        var wanted = "{\"name\":\"%s\",\"lane\":\"500\",\"building\":\"3号楼\",\"unit\":\"2\",\"room\":\"%s\"}";
        assertThat(client.put(ME, wanted.formatted(name(phone), room(phone)))).hasStatusOk();
        return client;
    }

    private static String name(String phone) {
        return "桂花" + phone.substring(3);
    }

    private static String room(String phone) {
        return "R" + phone.substring(2);
    }

    private static String note(String phone) {
        return "放在" + phone.substring(1);
    }

    private static String[] marks(String phone) {
        return new String[] {phone, name(phone), room(phone), note(phone)};
    }

    /** Buys alone; answers the code. */
    private String orders(ApiClient who) {
        var mine = who == me ? phone : other;
        var wish = "{\"quantity\":1,\"pickupPoint\":\"%s\",\"note\":\"%s\"}"
                .formatted(home.point().id(), note(mine));
        var placed = who.post("/api/v1/team-offers/" + home.offer() + "/orders", wish);
        assertThat(placed).hasStatus(201);
        return ApiClient.read(placed, "$.code");
    }

    private void end(String order) {
        assertThat(me.delete("/api/v1/orders/" + order).getResponse().getStatus())
                .isLessThan(300);
    }

    private String code() {
        assertThat(me.put(ME + "/closing/code", "")).hasStatus(202);
        return sent();
    }

    private String sent() {
        return ApiClient.read(ApiClient.stranger(mvc).get("/api/v1/outbox?phone=" + phone), "$.code");
    }

    private MvcTestResult close(String code) {
        return me.delete(ME, "{\"code\":\"%s\"}".formatted(code));
    }

    private void tell() {
        jdbc.sql("insert into notification (member_id, id, subject, topic, arguments, link)"
                        + " values (?, uuidv7(), 'planted', 'order.paid', jsonb_build_array(?), '/orders')")
                .params(id, phone)
                .update();
    }

    /** What no shopper's request writes. */
    private void aRowInEveryOtherTable(String order) {
        tell();
        var at = home.id().value();
        var ordered = jdbc.sql("select id from orders where code = ?")
                .param(order)
                .query(UUID.class)
                .single();
        jdbc.sql(
                        "insert into order_door_change (community_id, order_id, was_lane, was_building, was_room, was_origin, lane,"
                                + " building, room, cause) values (?, ?, '', '', ?, '', '', '3', ?, 'planted')")
                .params(at, ordered, room(phone), room(phone))
                .update();
        jdbc.sql("insert into chain_order (community_id, id, cycle_id, order_id, name, building, room, phone)"
                        + " values (?, uuidv7(), uuidv7(), ?, ?, '3', ?, ?)")
                .params(at, ordered, name(phone), room(phone), phone)
                .update();
        jdbc.sql("insert into handover (community_id, id, order_id, handed_by, left_with, undone_at, undone_by)"
                        + " values (?, uuidv7(), ?, ?, ?, now(), ?)")
                .params(
                        at,
                        ordered,
                        home.leader().value(),
                        name(phone),
                        home.leader().value())
                .update();
        jdbc.sql(
                        "insert into leader_application (id, member_id, community_name, place, reason, status, decided_at, decided_by,"
                                + " decision_reason) values (uuidv7(), ?, '河畔', ?, ?, 'DECLINED', now(), ?, ?)")
                .params(id, room(phone), note(phone), id, name(phone))
                .update();
        jdbc.sql("insert into pickup_point (community_id, id, leader_id, name, area, address, hours)"
                        + " values (?, uuidv7(), ?, '一号点', '', ?, '')")
                .params(at, id, room(phone))
                .update();
        jdbc.sql("insert into storefront (community_id, leader_id, code, headline) values (?, ?, ?, ?)")
                .params(at, id, "S" + id.toString().substring(0, 13), name(phone))
                .update();
        jdbc.sql("insert into leader_answer (community_id, leader_id, answer) values (?, ?, ?)")
                .params(at, id, note(phone))
                .update();
    }

    /** Every table with a row that says this. */
    private List<String> tablesWith(String mark) {
        var all = jdbc
                .sql("select table_name from information_schema.tables"
                        + " where table_schema = 'public' and table_type = 'BASE TABLE'")
                .query(String.class)
                .list()
                .stream()
                .map(it -> "select '%1$s' where exists (select from %1$s t where position(:mark in t::text) > 0)"
                        .formatted(it))
                .collect(Collectors.joining(" union all "));
        return jdbc.sql(all).param("mark", mark).query(String.class).list();
    }
}
