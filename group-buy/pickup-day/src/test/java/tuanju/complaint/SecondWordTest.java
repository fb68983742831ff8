package tuanju.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import support.Invariants;
import support.ModuleTest;
import support.Together;
import support.Visitor;
import tuanju.audit.AuditTrail;
import tuanju.desk.Desks;
import tuanju.desk.handover.HandingOver;
import tuanju.member.SignedIn;
import tuanju.order.aftersale.Allowances;
import tuanju.order.life.PlacedOrder;
import tuanju.pickup.PickupNeighbourhood;
import tuanju.pickup.PickupNeighbourhood.Led;
import tuanju.pickup.PickupNeighbourhood.Wish;

@ModuleTest
@DisplayName("A-97 What gives much money back needs the word of a second operator")
class SecondWordTest {

    private static final int MUCH = 50_000;

    @Autowired
    PickupNeighbourhood neighbourhood;

    @Autowired
    Desks desks;

    @Autowired
    HandingOver handingOver;

    @Autowired
    Allowances allowances;

    @Autowired
    AuditTrail trail;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private Led led;
    private PlacedOrder order;
    private SignedIn first;
    private SignedIn second;
    private UUID complaint = new UUID(0, 0);

    @BeforeEach
    void muchWasShort() throws Exception {
        led = neighbourhood.found();
        var cycle = neighbourhood.cycle(led);
        order = neighbourhood.order(cycle, new Wish("86", "701", "马仁毅", 10)).getFirst();
        first = operator("运营甲");
        second = operator("运营乙");
        handingOver.handOver(
                desks.ofCycle(led.leader(), cycle.code()), List.of(order.id().value()));
        var said =
                "{\"product\":\"荔枝\",\"spec\":\"每箱四斤\",\"kind\":\"SHORT\",\"pieces\":10,\"amountFen\":59900,\"note\":\"没到\"}";
        as(led.signedIn(), json(post("/api/v1/cycles/" + cycle.code() + "/bags/" + order.code() + "/complaints"), said))
                .andExpect(jsonPath("$.status").value("WAITING"));
        complaint = jdbc.sql("select id from complaint where order_id = ?")
                .param(order.id().value())
                .query(UUID.class)
                .single();
    }

    @Test
    @DisplayName("it waits, nothing goes back, and after the word of another it goes back once")
    void isCarriedOutOnceConfirmed() throws Exception {
        decide(first, MUCH - 1, "少退一点").andExpect(status().isOk());
        assertThat(given()).isEqualTo(MUCH - 1);

        muchWasShort();
        decide(first, MUCH, "看过照片")
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.status").value("WAITING"));
        assertThat(given()).isZero();
        assertThat(allowances.of(led.community().id(), order.id())).isEmpty();
        decide(second, MUCH, "看过照片").andExpect(status().isConflict());

        as(second, get("/operate/second-words")).andExpect(content().string(containsString("看过照片")));
        confirm(second, proposal()).andExpect(status().isNoContent());
        assertThat(given()).isEqualTo(MUCH);
        assertThat(allowances.of(led.community().id(), order.id()))
                .singleElement()
                .satisfies(it -> assertThat(it.amount().fen()).isEqualTo(MUCH));
        confirm(second, proposal()).andExpect(status().isNotFound());
        assertThat(trail.about("second-word " + proposal(), 5).stream().map(it -> it.action() + " " + it.actor()))
                .containsExactly(
                        "second-word.confirmed " + second.getName(), "second-word.proposed " + first.getName());
        Invariants.check(jdbc);
    }

    @Test
    @DisplayName("on the page as well, where its proposer sees no button to confirm, and another one does")
    void isConfirmedOnThePage() throws Exception {
        as(
                        first,
                        post("/operate/complaints/" + home() + "/" + complaint + "/decision")
                                .param("act", "approve")
                                .param("yuan", "599.00")
                                .param("answer", "没到货"))
                .andExpect(flash().attribute("flashOk", "complaint.desk.proposed"));
        var confirmation = "/operate/second-words/" + proposal() + "/confirmation";
        as(second, get("/operate/complaints")).andExpect(content().string(containsString("等另一位运营人员复核")));
        as(second, get("/operate/complaints/" + home() + "/" + complaint))
                .andExpect(content().string(containsString("等另一位运营人员复核")))
                .andExpect(content().string(not(containsString(complaint + "/decision"))));
        as(first, get("/operate/second-words"))
                .andExpect(content().string(containsString("599.00")))
                .andExpect(content().string(containsString("荔枝 · 每箱四斤 ×10 · " + order.code())))
                .andExpect(content()
                        .string(containsString(
                                "/operate/orders/" + home() + "/" + order.id().value())))
                .andExpect(content().string(not(containsString(confirmation))));
        as(second, get("/operate/second-words")).andExpect(content().string(containsString(confirmation)));
        as(first, post(confirmation)).andExpect(flash().attributeExists("flashError"));
        assertThat(given()).isZero();
        as(second, post(confirmation)).andExpect(flash().attribute("flashOk", "secondword.confirmed"));
        assertThat(given()).isEqualTo(59_900);
    }

    @Test
    @DisplayName("nobody confirms their own, neither by a program nor in the table")
    void nobodyConfirmsTheirOwn() throws Exception {
        decide(first, MUCH, "看过照片");
        confirm(first, proposal())
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:tuanju:problem:second-word-own"));
        assertThatThrownBy(() -> jdbc.sql("""
                                update second_word set status = 'CONFIRMED', decided_by = proposed_by, decided_at = now()
                                where id = ?
                                """).param(proposal()).update())
                .hasMessageContaining("second_word_is_another_persons");
        assertThat(given()).isZero();
    }

    @Test
    @DisplayName("of four words at once, from two operators, one is carried out")
    void ofFourAtOnceOneCounts() throws Exception {
        var third = operator("运营丙");
        decide(first, MUCH, "看过照片");
        var id = proposal();
        Callable<Integer> one =
                () -> confirm(second, id).andReturn().getResponse().getStatus();
        Callable<Integer> other =
                () -> confirm(third, id).andReturn().getResponse().getStatus();
        var answers = Together.run(List.of(one, other, one, other)).stream()
                .map(Together.Outcome::value)
                .toList();
        assertThat(answers).containsOnlyOnce(204).hasSize(4).allMatch(it -> it == 204 || it == 404 || it == 409);
        assertThat(allowances.of(led.community().id(), order.id())).hasSize(1);
        assertThat(trail.about("second-word " + id, 9).stream()
                        .filter(it -> it.action().endsWith("confirmed")))
                .hasSize(1);
    }

    @Test
    @DisplayName("after seven days nobody can confirm it any more, and it may be proposed anew")
    void runsOut() throws Exception {
        decide(first, MUCH, "看过照片");
        var old = proposal();
        assertThatThrownBy(() -> jdbc.sql("update second_word set expires_at = now() where id = ?")
                        .param(old)
                        .update())
                .hasMessageContaining("said once");
        jdbc.sql("alter table second_word disable trigger second_word_is_final").update();
        jdbc.sql("update second_word set proposed_at = now() - interval '8 days', expires_at = now() - interval '1 day'"
                        + " where id = ?")
                .param(old)
                .update();
        jdbc.sql("alter table second_word enable trigger second_word_is_final").update();
        confirm(second, old).andExpect(status().isNotFound());
        as(second, get("/api/v1/second-words")).andExpect(content().string(not(containsString(old.toString()))));
        decide(second, MUCH, "看过照片").andExpect(status().isAccepted());
        confirm(first, proposal()).andExpect(status().isNoContent());
        assertThat(given()).isEqualTo(MUCH);
    }

    @Test
    @DisplayName("what was refused is not done, and a complaint decided meanwhile leaves nothing to confirm")
    void whatIsRefusedIsNotDone() throws Exception {
        decide(first, MUCH, "看过照片");
        say(second, proposal(), false).andExpect(status().isNoContent());
        confirm(second, proposal()).andExpect(status().isNotFound());
        assertThat(given()).isZero();

        decide(first, MUCH, "再看一遍").andExpect(status().isAccepted());
        decide(second, 100, "先退一元").andExpect(status().isOk());
        confirm(second, proposal()).andExpect(status().isConflict());
        assertThat(given()).isEqualTo(100);
    }

    @Test
    @DisplayName("to who is no operator there is nothing to confirm")
    void othersSeeNothing() throws Exception {
        decide(first, MUCH, "看过照片");
        as(led.signedIn(), get("/api/v1/second-words")).andExpect(status().isNotFound());
        confirm(led.signedIn(), proposal()).andExpect(status().isNotFound());
        assertThat(given()).isZero();
    }

    private SignedIn operator(String name) {
        var operator = new SignedIn(neighbourhood.signUp(name), name, true);
        jdbc.sql("update member set operator = true where id = ?")
                .param(operator.member().value())
                .update();
        return operator;
    }

    private UUID home() {
        return led.community().id().value();
    }

    private UUID proposal() {
        return jdbc.sql("select id from second_word where thing_id = ? order by id desc limit 1")
                .param(complaint)
                .query(UUID.class)
                .single();
    }

    private long given() {
        return jdbc.sql("select given_fen from complaint where id = ?")
                .param(complaint)
                .query(Long.class)
                .single();
    }

    private ResultActions decide(SignedIn who, int fen, String answer) throws Exception {
        var body = "{\"givenFen\":%d,\"answer\":\"%s\"}".formatted(fen, answer);
        return as(who, json(put("/api/v1/complaints/" + home() + "/" + complaint + "/decision"), body));
    }

    private ResultActions confirm(SignedIn who, UUID proposal) throws Exception {
        return say(who, proposal, true);
    }

    private ResultActions say(SignedIn who, UUID proposal, boolean confirmed) throws Exception {
        return as(
                who, json(put("/api/v1/second-words/" + proposal + "/decision"), "{\"confirmed\":" + confirmed + "}"));
    }

    private static <B extends AbstractMockHttpServletRequestBuilder<B>> B json(B request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private ResultActions as(SignedIn who, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        request.with(csrf());
        return mvc.perform(request.with(Visitor.signedIn(who)));
    }
}
