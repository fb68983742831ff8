package tuanju.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import support.Invariants;
import support.ModuleTest;
import support.Visitor;
import tuanju.deputy.Deputies;
import tuanju.deputy.Right;
import tuanju.member.SignedIn;
import tuanju.order.life.PlacedOrder;
import tuanju.pickup.PickupNeighbourhood;
import tuanju.pickup.PickupNeighbourhood.Led;
import tuanju.pickup.PickupNeighbourhood.Wish;

@ModuleTest
class KeptBagApiTest {

    @Autowired
    PickupNeighbourhood neighbourhood;

    @Autowired
    Deputies deputies;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private Led led;
    private PlacedOrder order;
    private String bags = "";

    @BeforeEach
    void found() {
        led = neighbourhood.found();
    }

    @Test
    void whoeverIsLateIsListedAndRemindedOnce() throws Exception {
        nobodyCameFor(1);

        asLeader(get(bags))
                .andExpect(jsonPath("$.bags.length()").value(1))
                .andExpect(jsonPath("$.bags[0].order").value(code()))
                .andExpect(jsonPath("$.bags[0].door").value("86-701"))
                .andExpect(jsonPath("$.bags[0].people").value("马**"))
                .andExpect(jsonPath("$.bags[0].state").value("KEPT"))
                .andExpect(jsonPath("$.bags[0].keptUntil").isNotEmpty())
                .andExpect(jsonPath("$.bags[0].remindedAt").doesNotExist());
        asLeader(post(bags + "/reminders").header("Idempotency-Key", "r1"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.reminded").value(1));
        asLeader(post(bags + "/reminders").header("Idempotency-Key", "r1"))
                .andExpect(header().string("Idempotent-Replayed", "true"))
                .andExpect(jsonPath("$.reminded").value(1));
        asLeader(post(bags + "/" + code() + "/reminders"))
                .andExpect(jsonPath("$.reminded").value(0));
        asLeader(get(bags)).andExpect(jsonPath("$.bags[0].remindedAt").isNotEmpty());
    }

    @Test
    void nothingIsDecidedWhileTheBagIsKept() throws Exception {
        nobodyCameFor(1);

        decide("GIVEN_AWAY")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:tuanju:problem:bag-still-kept"));
        asLeader(delete(bags + "/" + code() + "/decision"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:tuanju:problem:bag-decided-meanwhile"));
    }

    @Test
    void afterItsTimeItIsReturnedTakenBackAndKeptLonger() throws Exception {
        nobodyCameFor(6);
        asLeader(get(bags)).andExpect(jsonPath("$.bags[0].state").value("OVERDUE"));

        decide("RETURNED")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("RETURNED"));
        decide("GIVEN_AWAY").andExpect(status().isConflict());
        asLeader(post(bags + "/" + code() + "/extensions")).andExpect(status().isConflict());
        asLeader(delete(bags + "/" + code() + "/decision"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("OVERDUE"));
        asLeader(post(bags + "/" + code() + "/extensions"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("KEPT"));
        Invariants.check(jdbc);
    }

    @Test
    void whatIsNotSaidIsAskedFor() throws Exception {
        nobodyCameFor(6);

        asLeader(put(bags + "/" + code() + "/decision")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("outcome"));
        decide("EATEN").andExpect(status().isBadRequest());
        assertThat(neighbourhood.status(order)).isEqualTo("CONFIRMED");
    }

    @Test
    void aDeputyRemindsAndKeepsLongerButDoesNotDecideAndAStrangerFindsNothing() throws Exception {
        nobodyCameFor(6);
        var helper = new SignedIn(neighbourhood.signUp("小周"), "小周", false);
        var tomorrow = Instant.now().plus(1, ChronoUnit.DAYS);
        deputies.name(
                led.leader(),
                new Deputies.Naming(led.community().id(), helper.member(), Set.of(Right.HAND_OVER), tomorrow));

        as(helper, post(bags + "/reminders")).andExpect(jsonPath("$.reminded").value(1));
        as(
                        helper,
                        put(bags + "/" + code() + "/decision")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"outcome\":\"RETURNED\"}"))
                .andExpect(status().isNotFound());
        as(helper, post(bags + "/" + code() + "/extensions")).andExpect(status().isCreated());

        var stranger = new SignedIn(neighbourhood.signUp("路人"), "路人", false);
        as(stranger, get(bags)).andExpect(status().isNotFound());
        as(stranger, post(bags + "/" + code() + "/extensions")).andExpect(status().isNotFound());
        asLeader(post(bags + "/XXXX0000000000/extensions"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.type").value(containsString("not-found")));
    }

    private void nobodyCameFor(int days) {
        var pickup = Instant.now().minus(days, ChronoUnit.DAYS).minus(1, ChronoUnit.HOURS);
        var cycle = neighbourhood.cycle(led, pickup);
        order = neighbourhood.order(cycle, new Wish("86", "701", "马仁毅", 1)).getFirst();
        bags = "/api/v1/cycles/" + cycle.code() + "/kept-bags";
    }

    private ResultActions decide(String outcome) throws Exception {
        return asLeader(put(bags + "/" + code() + "/decision")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"outcome\":\"" + outcome + "\"}"));
    }

    private String code() {
        return order.code().value();
    }

    private ResultActions asLeader(MockHttpServletRequestBuilder request) throws Exception {
        return as(led.signedIn(), request);
    }

    private ResultActions as(SignedIn who, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(Visitor.signedIn(who)));
    }
}
