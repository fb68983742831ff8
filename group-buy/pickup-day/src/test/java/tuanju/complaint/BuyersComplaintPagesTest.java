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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import support.Invariants;
import support.ModuleTest;
import support.Patience;
import support.Visitor;
import tuanju.complaint.ComplaintRows.Decision;
import tuanju.deputy.Deputies;
import tuanju.deputy.Right;
import tuanju.desk.Desks;
import tuanju.desk.handover.HandingOver;
import tuanju.member.SignedIn;
import tuanju.money.Money;
import tuanju.order.life.PlacedOrder;
import tuanju.pickup.PickupNeighbourhood;
import tuanju.pickup.PickupNeighbourhood.Cycle;
import tuanju.pickup.PickupNeighbourhood.Led;
import tuanju.pickup.PickupNeighbourhood.Wish;

@ModuleTest
class BuyersComplaintPagesTest {

    private static final Pattern LINE = Pattern.compile("name=\"line\"[^>]*value=\"([^\"]+)\"");

    @Autowired
    PickupNeighbourhood neighbourhood;

    @Autowired
    Desks desks;

    @Autowired
    HandingOver handingOver;

    @Autowired
    ComplaintLists lists;

    @Autowired
    LeadersAnswering answering;

    @Autowired
    Complaining complaining;

    @Autowired
    Deputies deputies;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private Led led;
    private Cycle cycle;
    private PlacedOrder order;
    private SignedIn buyer;
    private String mine = "";

    @BeforeEach
    void aBuyerOrdered() {
        led = neighbourhood.found();
        cycle = neighbourhood.cycle(led);
        order = neighbourhood.order(cycle, new Wish("86", "701", "马仁毅", 2)).getFirst();
        buyer = new SignedIn(neighbourhood.signUp("马仁毅"), "马仁毅", false);
        jdbc.sql("update orders set buyer_id = :buyer where id = :id")
                .param("buyer", buyer.member().value())
                .param("id", order.id().value())
                .update();
        mine = "/orders/" + order.code() + "/complaints";
    }

    @Test
    void fromTheHandOverOnTheOrderLeadsThere() throws Exception {
        as(buyer, get("/orders/" + order.code())).andExpect(content().string(not(containsString(mine))));
        as(buyer, get(mine)).andExpect(content().string(containsString("现在还不能反馈")));
        asBuyer(ask("A", "k0")).andExpect(status().isBadRequest());
        collect();
        as(buyer, get("/orders/" + order.code())).andExpect(content().string(containsString(mine)));
    }

    @Test
    void aHandOverThatWasTakenBackIsNothingToComplainAbout() throws Exception {
        collect();
        var name = names().getFirst();
        handingOver.undo(
                desks.ofCycle(led.leader(), cycle.code()), List.of(order.id().value()));

        asBuyer(ask(name, "k0").param("half", "false")).andExpect(status().isConflict());

        assertThat(complaints()).isEmpty();
    }

    @Test
    void severalLinesAtOnceAreTakenOnceAndAboveTheAllowanceThePlatformDecides() throws Exception {
        collect();
        var names = names();
        assertThat(names).hasSize(2);
        for (int i = 0; i < 2; i++) {
            asBuyer(ask(names.get(0), "k1").param("line", names.get(1)).param("half", "true"))
                    .andExpect(redirectedUrl(mine))
                    .andExpect(flash().attribute("flashOk", "complaint.mine.sent.platform"));
        }
        // half of ¥80.00 and half of ¥59.90 is more than the ¥50.00 a small cycle's leader may give
        assertThat(complaints()).hasSize(2).noneMatch(it -> it.turn().withLeader());
        as(buyer, get(mine))
                .andExpect(content().string(containsString("等平台决定")))
                .andExpect(content().string(not(containsString("name=\"line\""))));
    }

    @Test
    void theLeaderGivesBackWithinTheAllowance() throws Exception {
        collect();
        asBuyer(ask(names().getFirst(), "k2").param("half", "true"))
                .andExpect(flash().attribute("flashOk", "complaint.mine.sent"));
        var asked = complaints().getFirst();
        assertThat(asked.turn().withLeader()).isTrue();
        assertThat(asked.about().asked()).isEqualTo(Money.ofYuan("40.00"));
        assertThat(answering.of(led.leader()))
                .singleElement()
                .satisfies(it -> assertThat(it.about()).isEqualTo("1"));
        as(led.signedIn(), get("/lead/complaints")).andExpect(content().string(containsString("¥40.00")));
        as(buyer, get("/lead/complaints")).andExpect(status().isNotFound());

        answer(asked, "give", "30", "").andExpect(flash().attribute("flashError", containsString("原因")));
        answer(asked, "give", "30", "一半是好的").andExpect(flash().attribute("flashOk", "complaint.led.given"));
        // W-17: a second tap is answered the same
        answer(asked, "give", "30", "一半是好的").andExpect(flash().attribute("flashOk", "complaint.led.given"));
        answer(asked, "give", "40", "").andExpect(flash().attribute("flashError", containsString("决定过")));

        assertThat(complaints()).singleElement().satisfies(it -> {
            assertThat(it.given()).isEqualTo(Money.ofYuan("30.00"));
            assertThat(it.byLeader()).isTrue();
        });
        as(buyer, get(mine)).andExpect(content().string(containsString("一半是好的")));
        as(led.signedIn(), get("/lead/complaints")).andExpect(content().string(containsString("没有等你答复的")));
        Invariants.check(jdbc);
    }

    @Test
    void whatTheLeaderLeavesToThePlatformTheLeaderDoesNotDecideAnyMore() throws Exception {
        collect();
        asBuyer(ask(names().getFirst(), "k3").param("half", "true"));
        var asked = complaints().getFirst();
        answer(asked, "pass", "40", "看着是好的").andExpect(flash().attribute("flashOk", "complaint.led.passed"));
        answer(asked, "give", "40", "").andExpect(flash().attribute("flashError", containsString("平台决定")));
        as(led.signedIn(), get("/operate/complaints/" + asked.community().value() + "/" + asked.id()))
                .andExpect(content().string(containsString("看着是好的")));
        assertThat(complaints().getFirst().waiting()).isTrue();
    }

    @Test
    void neitherAnotherLeaderNorADeputyAnswers() throws Exception {
        collect();
        asBuyer(ask(names().getFirst(), "k8").param("half", "true"));
        var asked = complaints().getFirst();
        var other = neighbourhood.newLeader(led.community()).signedIn();
        var helper = new SignedIn(neighbourhood.signUp("小周"), "小周", false);
        var tomorrow = Instant.now().plus(1, ChronoUnit.DAYS);
        deputies.name(
                led.leader(),
                new Deputies.Naming(led.community().id(), helper.member(), Set.of(Right.HAND_OVER), tomorrow));

        for (var who : List.of(other, helper)) {
            for (var yuan : List.of("40", "39", "41")) {
                answer(who, asked, "give", yuan, "").andExpect(status().isNotFound());
            }
            answer(who, asked, "pass", "40", "").andExpect(status().isNotFound());
        }
        as(other, get("/lead/complaints")).andExpect(content().string(not(containsString("¥40.00"))));
        as(helper, get("/lead/complaints")).andExpect(status().isNotFound());
        assertThat(complaints())
                .singleElement()
                .satisfies(it -> assertThat(it.turn().withLeader()).isTrue());
    }

    @Test
    @DisplayName("W-42 a leader's program gives back within the allowance as the page does, and names what it refuses")
    void theLeaderAnswersOverRest() throws Exception {
        collect();
        asBuyer(ask(names().getFirst(), "k9").param("half", "true"));
        var asked = complaints().getFirst();
        as(led.signedIn(), get("/api/v1/leaders/complaints"))
                .andExpect(jsonPath("$[0].id").value(asked.id().toString()))
                .andExpect(jsonPath("$[0].complaint.withLeader").value(true));
        as(buyer, get("/api/v1/leaders/complaints")).andExpect(status().isNotFound());
        var other = neighbourhood.newLeader(led.community()).signedIn();
        rest(other, asked, "{\"givenFen\": 4000}").andExpect(status().isNotFound());
        rest(buyer, asked, "{\"givenFen\": 4000}").andExpect(status().isNotFound());
        for (var bad : List.of("{}", "{\"givenFen\": 0}", "{\"givenFen\": -1}", "{\"givenFen\": 4001}")) {
            rest(led.signedIn(), asked, bad)
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.errors[0].field").value("givenFen"));
        }
        rest(led.signedIn(), asked, "{\"givenFen\": 3000}")
                .andExpect(jsonPath("$.errors[0].field").value("answer"));
        rest(led.signedIn(), asked, "{\"givenFen\": 3000, \"passOn\": true}")
                .andExpect(jsonPath("$.errors[0].field").value("passOn"));

        rest(led.signedIn(), asked, "{\"givenFen\": 3000, \"answer\": \"一半是好的\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("GIVEN"))
                .andExpect(jsonPath("$.givenFen").value(30_00));
        rest(led.signedIn(), asked, "{\"givenFen\": 4000}").andExpect(status().isConflict());
        Invariants.check(jdbc);
    }

    @Test
    @DisplayName("W-42 a leader's program leaves a complaint to the operator, and does not decide it any more")
    void theLeaderPassesOnOverRest() throws Exception {
        collect();
        asBuyer(ask(names().getFirst(), "k10").param("half", "true"));
        var asked = complaints().getFirst();
        rest(led.signedIn(), asked, "{\"passOn\": true, \"answer\": \"看着是好的\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.withLeader").value(false));
        rest(led.signedIn(), asked, "{\"givenFen\": 4000}").andExpect(status().isConflict());
        assertThat(complaints().getFirst().waiting()).isTrue();
    }

    private ResultActions rest(SignedIn who, ComplaintCard asked, String json) throws Exception {
        var where = "/api/v1/leaders/complaints/" + asked.community().value() + "/" + asked.id() + "/answer";
        return as(who, put(where).contentType(MediaType.APPLICATION_JSON).content(json));
    }

    @Test
    void afterTwoDaysItIsTheOperators() throws Exception {
        collect();
        asBuyer(ask(names().getFirst(), "k4").param("half", "true"));
        var id = complaints().getFirst().id();
        assertThat(lists.page(true, null, 10_000)).noneMatch(it -> it.id().equals(id));

        jdbc.sql("update complaint set reported_at = now() - interval '49 hours' where id = :id")
                .param("id", id)
                .update();

        assertThat(lists.page(true, null, 10_000)).anyMatch(it -> it.id().equals(id));
        assertThat(lists.waitingFor(led.leader())).isZero();
        assertThatThrownBy(() -> give(complaints().getFirst())).isInstanceOf(ComplaintPassedOn.class);
    }

    @Test
    @DisplayName("I-A3 what the allowance does not carry any more stays where it was")
    void theAllowanceIsNotOverspentByAnswers() throws Exception {
        collect();
        asBuyer(ask(names().getFirst(), "k5").param("half", "true"));
        asBuyer(ask(names().getLast(), "k6").param("half", "true"));
        assertThat(complaints()).hasSize(2).allMatch(it -> it.turn().withLeader());
        give(complaints().getFirst());
        assertThatThrownBy(() -> give(complaints().getLast())).isInstanceOf(AllowanceSpent.class);
        assertThat(complaints().getLast().turn().withLeader()).isTrue();
        Invariants.check(jdbc);
    }

    @Test
    @DisplayName("I-A1 a leader and an operator who decide at once decide once")
    void twoDecideAtOnce() throws Exception {
        collect();
        asBuyer(ask(names().getFirst(), "k7").param("half", "true"));
        var asked = complaints().getFirst();
        var operator = neighbourhood.signUp("运营");
        var start = new CyclicBarrier(2);
        Callable<Boolean> leaders = () -> succeeds(start, () -> give(asked));
        Callable<Boolean> operators = () -> succeeds(
                start,
                () -> complaining.decide(
                        asked.community(), asked.id(), new Decision(Money.ofYuan("10"), "看过照片", operator)));
        try (var pool = Executors.newFixedThreadPool(2)) {
            var won = pool.invokeAll(List.of(leaders, operators), 30, TimeUnit.SECONDS);
            assertThat(List.of(won.get(0).get(), won.get(1).get())).containsExactlyInAnyOrder(true, false);
        }
        Invariants.check(jdbc);
    }

    private static boolean succeeds(CyclicBarrier start, Callable<ComplaintCard> act) throws Exception {
        start.await(Patience.SECONDS, TimeUnit.SECONDS);
        try {
            act.call();
            return true;
        } catch (AlreadyDecided late) {
            return false;
        }
    }

    private ComplaintCard give(ComplaintCard asked) {
        return answering.give(
                asked.community(), asked.id(), new Decision(asked.about().asked(), "", led.leader()));
    }

    private ResultActions answer(ComplaintCard asked, String act, String yuan, String word) throws Exception {
        return answer(led.signedIn(), asked, act, yuan, word);
    }

    private ResultActions answer(SignedIn who, ComplaintCard asked, String act, String yuan, String word)
            throws Exception {
        var where = "/lead/complaints/" + asked.community().value() + "/" + asked.id() + "/answer";
        var key = UUID.nameUUIDFromBytes((act + yuan + word).getBytes(StandardCharsets.UTF_8));
        return as(
                who,
                post(where)
                        .param("act", act)
                        .param("yuan", yuan)
                        .param("answer", word)
                        .param("commandKey", key.toString()));
    }

    private MockHttpServletRequestBuilder ask(String line, String key) {
        return post(mine)
                .param("line", line)
                .param("kind", "SHORT")
                .param("note", "少了")
                .param("commandKey", key + order.code());
    }

    private List<String> names() throws Exception {
        var html = as(buyer, get(mine)).andExpect(status().isOk()).andReturn();
        return LINE.matcher(html.getResponse().getContentAsString())
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    private void collect() {
        handingOver.handOver(
                desks.ofCycle(led.leader(), cycle.code()), List.of(order.id().value()));
    }

    private List<ComplaintCard> complaints() {
        return lists.ofOrders(led.community().id(), List.of(order.id().value()));
    }

    private ResultActions asBuyer(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return as(buyer, request);
    }

    private ResultActions as(SignedIn who, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        request.with(csrf());
        return mvc.perform(request.with(Visitor.signedIn(who)));
    }
}
