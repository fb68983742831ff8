package tuanju.order.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.UUID;
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
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.ordering.CycleOrdering;
import tuanju.cycle.planning.CycleOpening;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;

@ModuleTest
@DisplayName("W-21 an operator notes an order's cash on its file, by the leader's rule and under their own name")
class CashOnFileTest {

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
    private CycleCard cycle;
    private MemberId operator;
    private UUID order;

    @BeforeEach
    void aMemberWantsToPayAtTheGate() {
        home = neighbourhoods.found(2);
        operator = home.member(1);
        cycle = opening.open(home.leader(), home.id(), CycleRound.eggs(home));
        var eggs = cycles.products(cycle).getFirst().id();
        var wish = new CycleOrdering.Wish(Map.of(eggs, 2), Door.of("86", "501"), "");
        var code = ordering.order(home.member(0), cycle.code(), wish).code();
        till.open(home.member(0), code);
        order = till.idOf(code);
    }

    @Test
    void allOfItAndItMayBeUndoneUntilItCounts() throws Exception {
        see().andExpect(content().string(containsString("/receipts\"")));
        take(50_00).andExpect(flash().attribute("flashError", containsString("¥59.80")));

        take(59_80).andExpect(flash().attribute("flashOk", "order.cash.taken"));
        see().andExpect(content().string(containsString("/receipts/undo")));
        undo().andExpect(flash().attribute("flashOk", "order.cash.undone"));
        take(59_80);

        var payment = jdbc.sql("select code from payment where order_id = ?")
                .param(order)
                .query(String.class)
                .single();
        assertThat(trail.about("payment/" + payment, 9))
                .extracting(AuditEntry::action)
                .containsExactly("payment.received", "payment.received-undone", "payment.received");
        assertThat(trail.about("payment/" + payment, 1).getFirst().actor()).isEqualTo(operator.value());
    }

    @Test
    void ofAnOrderFromElsewhereAtOnceAndOnlyTheirOwnNoteIsUndone() throws Exception {
        order = imported();
        see().andExpect(content().string(containsString("¥59.80")));

        take(59_80).andExpect(flash().attribute("flashOk", "order.file.cash-taken"));
        assertThat(toLeader()).isEqualTo(59_80);
        take(59_80).andExpect(status().isNotFound());
        undo().andExpect(flash().attribute("flashOk", "order.cash.undone"));

        assertThat(toLeader()).isZero();
        undo().andExpect(status().isNotFound());
    }

    @Test
    void nothingWhereNothingIsDueInCash() throws Exception {
        jdbc.sql("update payment set status = 'CLOSED' where order_id = ?")
                .param(order)
                .update();

        see().andExpect(content().string(not(containsString("/receipts"))));
        take(59_80).andExpect(status().isNotFound());
    }

    @Test
    void byAProgramTheSameAndUndoneThere() throws Exception {
        asOperator(get(receipts()))
                .andExpect(jsonPath("$.dueFen").value(59_80))
                .andExpect(jsonPath("$.noted").value(false));
        came(50_00)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("amountFen"));

        came(59_80)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.noted").value(true));
        see().andExpect(content().string(containsString("/receipts/undo")));
        asOperator(delete(receipts())).andExpect(status().isNoContent());
        see().andExpect(content().string(not(containsString("/receipts/undo"))));

        order = imported();
        came(59_80)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.dueFen").value(0));
        assertThat(toLeader()).isEqualTo(59_80);
        came(59_80).andExpect(status().isNotFound());
        asOperator(delete(receipts())).andExpect(status().isNoContent());
        assertThat(toLeader()).isZero();
        asOperator(delete(receipts())).andExpect(status().isNotFound());
    }

    private ResultActions came(long fen) throws Exception {
        return asOperator(
                post(receipts()).contentType(MediaType.APPLICATION_JSON).content("{\"amountFen\":" + fen + "}"));
    }

    private String receipts() {
        var code = jdbc.sql("select code from orders where id = ?")
                .param(order)
                .query(String.class)
                .single();
        return "/api/v1/operator/orders/" + code + "/receipts";
    }

    /** Two boxes of the same cycle on a list that its leader pasted. */
    private UUID imported() throws Exception {
        var body = json.writeValueAsString(Map.of("text", "1. 温岚 86-501 鸡蛋2"));
        mvc.perform(post("/api/v1/cycles/{code}/chain-lists", cycle.code())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(csrf())
                        .with(Visitor.signedIn(new SignedIn(home.leader(), "王姐", false))))
                .andExpect(status().is2xxSuccessful());
        return jdbc.sql("select id from orders where community_id = ? and kind = 'IMPORT'")
                .param(home.id().value())
                .query(UUID.class)
                .single();
    }

    private long toLeader() {
        return jdbc.sql("select to_leader_fen from order_due where order_id = ?")
                .param(order)
                .query(Long.class)
                .single();
    }

    private ResultActions see() throws Exception {
        return asOperator(get("/operate/orders/{community}/{id}", home.id().value(), order))
                .andExpect(status().isOk());
    }

    private ResultActions take(long fen) throws Exception {
        return asOperator(
                post("/operate/orders/{community}/{id}/receipts", home.id().value(), order)
                        .param("amountFen", Long.toString(fen)));
    }

    private ResultActions undo() throws Exception {
        return asOperator(
                post("/operate/orders/{community}/{id}/receipts/undo", home.id().value(), order));
    }

    private ResultActions asOperator(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(csrf()).with(Visitor.signedIn(new SignedIn(operator, "运营", true))));
    }
}
