package tuanju.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import support.Invariants;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Visitor;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.planning.CycleOpening;
import tuanju.member.SignedIn;

/** Eggs are ¥29.90. Six guests ask for eleven, ¥328.90; only 张三 has paid, ¥59.80. */
@ModuleTest
@DisplayName("W-21 what a guest owes is paid to the leader or not paid, and everything says which")
class MoneyOfAChainTest {

    private static final String SIX = """
            1. 张三 3-502 鸡蛋2份 已付
            2. 李四 3-601 鸡蛋1份
            3. 王五 5-101 鸡蛋3份
            4. 赵六 5-102 鸡蛋1份
            5. 孙七 7-101 鸡蛋2份
            6. 周八 7-102 鸡蛋2份
            """;

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private CycleOpening opening;

    @Autowired
    private ChainTaking taking;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    private Neighbourhood home;
    private CycleCard cycle;

    @BeforeEach
    void sixGuestsOfWhomOneHasPaid() {
        home = neighbourhoods.found(1);
        cycle = opening.open(home.leader(), home.id(), CycleRound.eggs(home));
        take(SIX);
    }

    @AfterEach
    void whatMustNeverBeSeen() {
        Invariants.check(jdbc);
    }

    @Test
    void theBoardCountsOnePaidOrderOfSix() throws Exception {
        board().andExpect(jsonPath("$.stages[0].orders").value(6))
                .andExpect(jsonPath("$.stages[0].amountFen").value(328_90))
                .andExpect(jsonPath("$.stages[1].step").value("PAID"))
                .andExpect(jsonPath("$.stages[1].orders").value(1))
                .andExpect(jsonPath("$.stages[1].pieces").value(2))
                .andExpect(jsonPath("$.stages[1].amountFen").value(59_80))
                .andExpect(jsonPath("$.money.dues.paidHereFen").value(0))
                .andExpect(jsonPath("$.money.dues.paidToLeaderFen").value(59_80))
                .andExpect(jsonPath("$.money.dues.notPaidFen").value(269_10));
        asLeader(get(lead("/board")))
                .andExpect(content().string(containsString("1 单 · ¥59.80")))
                .andExpect(content().string(containsString("¥269.10")));
    }

    @Test
    void theLeadersListOfCyclesSaysHowMuchIsPaidAndWhoHasNot() throws Exception {
        asLeader(get("/lead/cycles"))
                .andExpect(content().string(containsString("已付 ¥59.80")))
                .andExpect(content().string(containsString("5 单没付，共 ¥269.10")));
    }

    @Test
    void theCyclesPageSaysWhatIsNotPaidAndItsTableOfWhichHousehold() throws Exception {
        asLeader(get(lead(""))).andExpect(content().string(containsString("¥269.10")));
        asLeader(get(lead("/households")))
                .andExpect(content().string(containsString("未付 ¥89.70")))
                .andExpect(content().string(containsString("¥269.10")));
    }

    @Test
    void whatIsBoughtCarriedAndPrintedSaysWhereItsMoneyIs() throws Exception {
        for (var page : List.of(
                "/purchase-list",
                "/purchase-list/paper",
                "/lists/driver-sheet",
                "/lists/delivery-notes",
                "/lists/labels")) {
            asLeader(get(lead(page)))
                    .andExpect(content().string(containsString("付给团长")))
                    .andExpect(content().string(containsString("¥59.80")))
                    .andExpect(content().string(containsString("¥269.10")));
        }
        for (var list : List.of("by-room", "by-product", "pack-matrix", "labels", "delivery-notes", "driver-sheet")) {
            asLeader(get("/api/v1/cycles/" + cycle.code() + "/lists/" + list))
                    .andExpect(jsonPath("$.dues.paidToLeaderFen").value(59_80))
                    .andExpect(jsonPath("$.dues.notPaidFen").value(269_10));
        }
    }

    @Test
    void whereOrdersThatAreGoneDoNotCountIsSaid() throws Exception {
        take(SIX + "张三改成鸡蛋1\n");

        for (var page : List.of("", "/purchase-list", "/lists/by-room", "/lists/driver-sheet")) {
            asLeader(get(lead(page))).andExpect(content().string(containsString("这些单里要亲手退的")));
        }
        asLeader(get(lead("/board"))).andExpect(content().string(containsString(">要亲手退的<")));
    }

    @Test
    void anOperatorSeesWhereAnOrdersMoneyIs() throws Exception {
        var order = jdbc.sql("select id from orders where source_id = ? and recipient_name = '李四'")
                .param(cycle.id())
                .query(UUID.class)
                .single();
        var operator = Visitor.signedIn(new SignedIn(home.leader(), "运营", true));

        mvc.perform(get("/operate/orders/{community}/{id}", cycle.community().value(), order)
                        .with(operator))
                .andExpect(content().string(containsString("没付")))
                .andExpect(content().string(containsString("¥29.90")));
        mvc.perform(get("/operate/orders").with(operator)).andExpect(content().string(containsString("¥29.90")));
    }

    @Test
    void anOrderThatGrewOwesTheDifferenceOnly() throws Exception {
        take(SIX + "张三 再加1份鸡蛋\n");

        board().andExpect(jsonPath("$.stages[1].orders").value(0))
                .andExpect(jsonPath("$.money.dues.paidToLeaderFen").value(59_80))
                .andExpect(jsonPath("$.money.dues.notPaidFen").value(299_00));
        asLeader(get(lead("/texts"))).andExpect(content().string(containsString("张** 3-5** ¥29.90")));
        // the same list again says 已付 of what was paid before, not of the difference
        take(SIX + "张三 再加1份鸡蛋\n");
        board().andExpect(jsonPath("$.money.dues.notPaidFen").value(299_00));
    }

    @Test
    void theDeskAsksForTheDifferenceBeforeTheBagGoes() throws Exception {
        take(SIX + "张三 再加1份鸡蛋\n");
        arrive();

        handOver("张三", "")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:tuanju:problem:bag-not-paid"))
                .andExpect(jsonPath("$.detail").value(containsString("¥29.90")));
        handOver("张三", ", \"payment\": \"TAKEN\", \"dueFen\": 8970").andExpect(status().isConflict());
        handOver("张三", ", \"payment\": \"TAKEN\", \"dueFen\": 2990").andExpect(status().isCreated());

        board().andExpect(jsonPath("$.money.dues.paidToLeaderFen").value(89_70));
    }

    @Test
    void anUnpaidBagGoesOnlyWithAnExplicitYesThatIsKept() throws Exception {
        arrive();

        handOver("李四", "").andExpect(status().isConflict());
        handOver("李四", ", \"payment\": \"UNPAID\"").andExpect(status().isCreated());

        board().andExpect(jsonPath("$.money.dues.notPaidFen").value(269_10));
        assertThat(jdbc.sql(
                                "select unpaid_fen from handover where order_id = (select id from orders where source_id = ? and recipient_name = '李四')")
                        .param(cycle.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(29_90);
        // who has paid is asked nothing
        handOver("张三", "").andExpect(status().isCreated());
    }

    @Test
    @DisplayName("I-O4 only who paid is given back by hand, never more than their leader holds, and ticks stay")
    void onlyWhoPaidIsGivenBackByHandAndTicksStay() throws Exception {
        take(SIX + "张三不要了\n李四不要了\n");

        var list = "/api/v1/cycles/" + cycle.code() + "/paybacks";
        asLeader(get(list))
                .andExpect(jsonPath("$.owed[*].name").value(contains("张三")))
                .andExpect(jsonPath("$.owed[0].amountFen").value(59_80))
                .andExpect(jsonPath("$.owedFen").value(59_80));
        payBack(list, 70_00).andExpect(status().isConflict());
        payBack(list, 19_80)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.owedFen").value(40_00))
                .andExpect(jsonPath("$.paidBack[0].how").value("WECHAT"))
                .andExpect(jsonPath("$.paidBack[0].note").value("转给他爱人"));
        payBack(list, 40_00).andExpect(jsonPath("$.owedFen").value(0));
        asLeader(get(lead("/board")))
                .andExpect(content().string(containsString("亲手退过的")))
                .andExpect(content().string(containsString("转给他爱人")));
    }

    @Test
    void aTickThatWasWrongIsTakenBackOnceAndStaysOnRecord() throws Exception {
        take(SIX + "张三不要了\n");
        var list = "/api/v1/cycles/" + cycle.code() + "/paybacks";
        payBack(list, 59_80).andExpect(jsonPath("$.owedFen").value(0));
        var id = jdbc.sql("select id from order_paid_back_by_hand where actor_id = ?")
                .param(home.leader().value())
                .query(java.util.UUID.class)
                .single();

        asLeader(delete(list + "/" + id)).andExpect(jsonPath("$.owedFen").value(59_80));
        asLeader(delete(list + "/" + id)).andExpect(status().isNotFound());
        assertThat(jdbc.sql("select undone_at is not null from order_paid_back_by_hand where id = ?")
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whoComesBackToTheListHasPaidAsMuchAsTheirLeaderStillHolds() throws Exception {
        take(SIX + "张三不要了\n");
        payBack("/api/v1/cycles/" + cycle.code() + "/paybacks", 29_90);

        take("1. 张三 3-502 鸡蛋3份\n");

        board().andExpect(jsonPath("$.money.dues.paidToLeaderFen").value(29_90))
                .andExpect(jsonPath("$.money.dues.notPaidFen").value(328_90))
                .andExpect(jsonPath("$.money.dues.toPayBackByHandFen").value(0));
    }

    private ResultActions payBack(String list, int fen) throws Exception {
        var order = jdbc.sql("select code from orders where source_id = ? and recipient_name = '张三'")
                .param(cycle.id())
                .query(String.class)
                .single();
        return asLeader(post(list)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"order\": \"" + order + "\", \"why\": \"FEWER\", \"amountFen\": " + fen
                        + ", \"how\": \"WECHAT\", \"note\": \"转给他爱人\"}"));
    }

    private ResultActions board() throws Exception {
        return asLeader(get("/api/v1/cycles/" + cycle.code() + "/board")).andExpect(status().isOk());
    }

    private ResultActions handOver(String name, String more) throws Exception {
        var code = jdbc.sql("select pickup_code from orders where source_id = ? and recipient_name = ?")
                .params(cycle.id(), name)
                .query(String.class)
                .single();
        return asLeader(post("/api/v1/cycles/" + cycle.code() + "/handovers")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"pickupCode\": \"" + code + "\", \"confirmed\": true" + more + "}"));
    }

    private String lead(String rest) {
        return "/lead/cycles/" + cycle.code() + rest;
    }

    private void take(String text) {
        taking.take(home.leader(), cycle.code(), taking.paste(home.leader(), cycle.code(), new ChainPaste(text, "")));
    }

    private void arrive() {
        for (var status : new String[] {"CLOSED", "ARRIVED"}) {
            jdbc.sql("update order_cycle set status = ? where id = ?")
                    .params(status, cycle.id())
                    .update();
        }
    }

    private ResultActions asLeader(MockHttpServletRequestBuilder request) throws Exception {
        var me = new SignedIn(home.leader(), "王姐", false);
        return mvc.perform(request.with(csrf()).with(Visitor.signedIn(me)));
    }
}
