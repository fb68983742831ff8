package tuanju.desk;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import support.ModuleTest;
import support.Visitor;
import tuanju.member.SignedIn;
import tuanju.order.dues.TakenByHand;
import tuanju.order.life.PlacedOrder;
import tuanju.pickup.PickupNeighbourhood;
import tuanju.pickup.PickupNeighbourhood.Cycle;
import tuanju.pickup.PickupNeighbourhood.Led;
import tuanju.pickup.PickupNeighbourhood.Wish;

/** Three bags wait; one of them is not paid. */
@ModuleTest
@DisplayName("W-26 a cycle that ends with something open says how much, and asks once")
class EndingACycleTest {

    @Autowired
    PickupNeighbourhood neighbourhood;

    @Autowired
    TakenByHand taken;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc mvc;

    private Led led;
    private Cycle cycle;
    private List<PlacedOrder> orders = List.of();

    @BeforeEach
    void threeBagsWait() {
        led = neighbourhood.found();
        cycle = neighbourhood.cycle(led);
        orders = neighbourhood.order(
                cycle,
                new Wish("86", "701", "马仁毅", 1),
                new Wish("86", "702", "龚开梦", 1),
                new Wish("3", "101", "丁倍卫", 1));
        transaction.executeWithoutResult(
                status -> taken.undo(led.community().id(), orders.getFirst().id(), led.leader()));
    }

    @Test
    void aProgramIsToldAndSaysYes() throws Exception {
        end("").andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:tuanju:problem:cycle-not-over"))
                .andExpect(jsonPath("$.detail").value(containsString("3 袋没交付")))
                .andExpect(jsonPath("$.detail").value(containsString("1 单没付，共 ¥80.00")));
        asLeader(get("/api/v1/cycles/" + cycle.code() + "/open-ends"))
                .andExpect(jsonPath("$[0].kind").value("bags"))
                .andExpect(jsonPath("$[0].count").value(3))
                .andExpect(jsonPath("$[1].kind").value("unpaid"))
                .andExpect(jsonPath("$[1].amountFen").value(80_00));

        end(", \"confirm\": true")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("DONE"));
    }

    @Test
    void aLeaderIsAskedOnceOnThePage() throws Exception {
        var page = "/lead/cycles/" + cycle.code();
        asLeader(post(page + "/status").param("status", "DONE"))
                .andExpect(flash().attribute("flashError", containsString("3 袋没交付")))
                .andExpect(redirectedUrl(page + "?ending=true"));
        asLeader(get(page).param("ending", "true")).andExpect(content().string(containsString("name=\"confirm\"")));

        asLeader(post(page + "/status").param("status", "DONE").param("confirm", "true"))
                .andExpect(flash().attribute("flashOk", "cycle.moved.DONE"));
    }

    @Test
    void whatIsOverEndsAtOnce() throws Exception {
        for (var order : orders) {
            asLeader(post("/api/v1/cycles/" + cycle.code() + "/handovers")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"pickupCode\": \"" + neighbourhood.pickupCode(order)
                                    + "\", \"payment\": \"TAKEN\"}"))
                    .andExpect(status().isCreated());
        }

        end("").andExpect(status().isOk());
    }

    private ResultActions end(String more) throws Exception {
        return asLeader(put("/api/v1/cycles/" + cycle.code() + "/status")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"status\": \"DONE\"" + more + "}"));
    }

    private ResultActions asLeader(MockHttpServletRequestBuilder request) throws Exception {
        var me = new SignedIn(led.leader(), "陈团长", false);
        return mvc.perform(request.with(csrf()).with(Visitor.signedIn(me)));
    }
}
