package tuanju.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Till;
import support.Visitor;
import tools.jackson.databind.json.JsonMapper;
import tuanju.address.Door;
import tuanju.audit.AuditEntry;
import tuanju.audit.AuditTrail;
import tuanju.community.Code;
import tuanju.cycle.ordering.CycleOrdering;
import tuanju.cycle.planning.CycleOpening;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.order.OrderStatus;

@ModuleTest
@DisplayName("W-21 money that comes into the leader's hand")
class CashTest {

    private static final String RECEIPTS = "/api/v1/cash/receipts";

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    CycleOpening opening;

    @Autowired
    CycleOrdering ordering;

    @Autowired
    OrderCycles cycles;

    @Autowired
    Till till;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    JsonMapper json;

    private Neighbourhood home;
    private Code order;
    private String payment;

    @BeforeEach
    void aMemberWantsToPayAtTheGate() {
        home = neighbourhoods.found(1);
        var cycle = opening.open(home.leader(), home.id(), CycleRound.eggs(home));
        var eggs = cycles.products(cycle).getFirst().id();
        var wish = new CycleOrdering.Wish(Map.of(eggs, 2), Door.of("86", "501"), "");
        order = ordering.order(home.member(0), cycle.code(), wish).code();
        till.open(home.member(0), order);
        payment = jdbc.sql("select code from payment where order_id = ?")
                .param(till.idOf(order))
                .query(String.class)
                .single();
    }

    @Test
    @DisplayName("is expected with its door and its amount, and only of the leader's own orders")
    void isExpected() throws Exception {
        as(home.leader(), get("/api/v1/cash"))
                .andExpect(jsonPath("$.expected[0].order").value(order.value()))
                .andExpect(jsonPath("$.expected[0].door").value("86-501"))
                .andExpect(jsonPath("$.expected[0].amountFen").value(59_80));
        as(home.leader(), get("/lead/cash"))
                .andExpect(content().string(containsString("¥59.80")))
                .andExpect(content().string(containsString("class=\"button button-soft nowrap\"")));

        as(neighbourhoods.found(0).leader(), get("/api/v1/cash"))
                .andExpect(jsonPath("$.expected").isEmpty());
        as(home.member(0), get("/api/v1/cash")).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("counts a moment after it was noted, and may be taken back until then, all of it on record")
    void mayBeTakenBackUntilItCounts() throws Exception {
        take(50_00).andExpect(status().isBadRequest());
        var place = take(59_80)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getHeader("Location");
        as(home.leader(), get(String.valueOf(place)))
                .andExpect(jsonPath("$.countsAt").isNotEmpty());
        assertThat(till.statusOf(order)).isEqualTo(OrderStatus.PLACED);

        as(home.leader(), delete(String.valueOf(place))).andExpect(status().isNoContent());
        as(home.leader(), get(String.valueOf(place))).andExpect(status().isNotFound());
        take(59_80).andExpect(status().isCreated());
        twoMinutesPass();

        assertThat(till.statusOf(order)).isEqualTo(OrderStatus.CONFIRMED);
        as(home.leader(), delete(String.valueOf(place))).andExpect(status().isNotFound());
        assertThat(trail.about("payment/" + payment, 9))
                .extracting(AuditEntry::action)
                .containsExactly("payment.received", "payment.received-undone", "payment.received");
        assertThat(jdbc.sql("select to_leader_fen from order_due where order_id = ?")
                        .param(till.idOf(order))
                        .query(Long.class)
                        .single())
                .isEqualTo(59_80);
    }

    @Test
    @DisplayName("is noted and taken back on the page")
    void onThePage() throws Exception {
        as(home.leader(), post("/lead/cash/{payment}/receipt", payment).param("amountFen", "5980"))
                .andExpect(status().is3xxRedirection());
        as(home.leader(), get("/lead/cash")).andExpect(content().string(containsString("/undo")));
        as(home.leader(), post("/lead/cash/{payment}/undo", payment)).andExpect(status().is3xxRedirection());
        as(home.leader(), get("/lead/cash")).andExpect(content().string(containsString("/receipt")));
    }

    private ResultActions take(long fen) throws Exception {
        var body = Map.of("payment", Objects.requireNonNull(payment), "amountFen", fen);
        return as(
                home.leader(),
                post(RECEIPTS).contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body)));
    }

    private void twoMinutesPass() {
        jdbc.sql("update offline_receipt set counts_at = now() where payment_code = ? and undone_at is null")
                .param(payment)
                .update();
        // asks what became of it, as the clock does, and says nothing that was not said
        till.receive(home.id(), order, home.leader());
    }

    private ResultActions as(MemberId who, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(csrf()).with(Visitor.signedIn(new SignedIn(who, "王姐", false))));
    }
}
