package tuanju.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import support.Invariants;
import support.ModuleTest;
import support.Visitor;
import tuanju.complaint.ComplaintRows.Decision;
import tuanju.desk.Desks;
import tuanju.desk.handover.HandingOver;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.money.Money;
import tuanju.order.life.PlacedOrder;
import tuanju.pickup.PickupNeighbourhood;
import tuanju.pickup.PickupNeighbourhood.Cycle;
import tuanju.pickup.PickupNeighbourhood.Led;
import tuanju.pickup.PickupNeighbourhood.Wish;

@ModuleTest
class BuyersComplainingTest {

    private static final Pattern LINE = Pattern.compile("name=\"line\"[^>]*value=\"([^\"]+)\"");
    private static final String MELONS = "\"product\":\"冰淇淋黄心西瓜\",\"spec\":\"一箱四个约14斤\",\"kind\":\"SHORT\"";

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
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private Led led;
    private Cycle cycle;
    private PlacedOrder order;
    private SignedIn buyer;

    @BeforeEach
    void aBuyerOrdered() {
        led = neighbourhood.found();
        cycle = neighbourhood.cycle(led);
        order = neighbourhood.order(cycle, new Wish("86", "701", "马仁毅", 3)).getFirst();
        buyer = new SignedIn(neighbourhood.signUp("马仁毅"), "马仁毅", false);
        boughtBy(buyer.member());
    }

    @Test
    void aPriceThatDoesNotDivideIsReportedAsOne() throws Exception {
        divideTheMelons();
        collect();

        var names = names();
        assertThat(names).hasSize(2).doesNotHaveDuplicates();
        as(buyer, get(page())).andExpect(content().string(containsString("×3 · ¥240.00")));
        as(buyer, ask(names.getFirst(), 3, false)).andExpect(status().is3xxRedirection());

        assertThat(complaints()).singleElement().satisfies(it -> {
            assertThat(it.about().pieces()).isEqualTo(3);
            assertThat(it.about().asked()).isEqualTo(Money.ofYuan("240.00"));
        });
        assertThat(names()).containsExactly(names.getLast());
    }

    @Test
    void aProgramReportsItAsOneToo() throws Exception {
        divideTheMelons();
        collect();

        as(buyer, json("{" + MELONS + ",\"pieces\":3}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.askedFen").value(24000));
    }

    @Test
    void leadersDoNotAnswerTheirOwnComplaints() throws Exception {
        boughtBy(led.leader());
        collect();

        as(led.signedIn(), json("{" + MELONS + ",\"amountFen\":100}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.withLeader").value(false));

        var asked = complaints().getFirst();
        var all = new Decision(asked.about().asked(), "", led.leader());
        assertThatThrownBy(() -> answering.give(asked.community(), asked.id(), all))
                .isInstanceOf(ComplaintPassedOn.class);
        assertThat(lists.page(true, null, 10_000)).anyMatch(it -> it.id().equals(asked.id()));
        assertThat(lists.waitingFor(led.leader())).isZero();
        assertThatThrownBy(() -> jdbc.sql("update complaint set with_leader = true where id = :id")
                        .param("id", asked.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("complaint_not_with_its_reporter");
    }

    @Test
    void whatCostNothingIsNotReported() throws Exception {
        addAGift();
        collect();

        as(buyer, get(page())).andExpect(content().string(not(containsString("一小袋葡萄"))));
        as(buyer, json("{\"product\":\"一小袋葡萄\",\"kind\":\"SHORT\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("product"))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("没有收钱")));
        assertThat(complaints()).isEmpty();
    }

    @Test
    void anAnswerIsListedBeforeWhatTheLeaderLetLie() throws Exception {
        collect();
        var names = names();
        as(buyer, ask(names.getFirst(), 1, true));
        as(buyer, ask(names.getLast(), 1, true)).andExpect(flash().attributeExists("flashOk"));
        var missed = complaints().getFirst();
        var waiting = complaints().getLast();
        jdbc.sql("update complaint set reported_at = now() - interval '49 hours' where id = :id")
                .param("id", missed.id())
                .update();
        assertThat(listed()).containsExactly(waiting.id(), missed.id());

        answering.give(
                waiting.community(), waiting.id(), new Decision(waiting.about().asked(), "", led.leader()));

        assertThat(listed()).containsExactly(waiting.id(), missed.id());
        Invariants.check(jdbc);
    }

    private List<java.util.UUID> listed() {
        return lists.ofLeader(led.leader(), 60).stream().map(ComplaintCard::id).toList();
    }

    private void boughtBy(MemberId member) {
        jdbc.sql("update orders set buyer_id = :buyer where id = :id")
                .param("buyer", member.value())
                .param("id", order.id().value())
                .update();
    }

    /** As an import keeps ¥240.00 for three where its cheapest piece is at ¥79.99. */
    private void divideTheMelons() {
        line(
                "set quantity = 2, unit_price_fen = 7999, amount_fen = 15998 where quantity = 3 and unit_price_fen = 8000");
        add("select community_id, order_id, 7, product_name, spec, 8002, 1, 8002", "unit_price_fen = 7999");
    }

    private void addAGift() {
        add("select community_id, order_id, 8, '一小袋葡萄', '', 0, 1, 0", "unit_price_fen = 5990");
    }

    private void line(String change) {
        assertThat(jdbc.sql("update order_line " + change + " and order_id = :order")
                        .param("order", order.id().value())
                        .update())
                .isOne();
    }

    private void add(String select, String like) {
        assertThat(jdbc.sql(
                                "insert into order_line (community_id, order_id, position, product_name, spec, unit_price_fen,"
                                        + " quantity, amount_fen) " + select
                                        + " from order_line where order_id = :order and "
                                        + like)
                        .param("order", order.id().value())
                        .update())
                .isOne();
    }

    private String page() {
        return "/orders/" + order.code() + "/complaints";
    }

    private MockHttpServletRequestBuilder json(String body) {
        return post("/api/v1" + page()).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private MockHttpServletRequestBuilder ask(String line, int pieces, boolean half) {
        return post(page())
                .param("line", line)
                .param("of", line)
                .param("pieces", String.valueOf(pieces))
                .param("kind", "SHORT")
                .param("half", String.valueOf(half))
                .param("note", "少了")
                .param("commandKey", line);
    }

    private List<String> names() throws Exception {
        var html = as(buyer, get(page())).andExpect(status().isOk()).andReturn();
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

    private ResultActions as(SignedIn who, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        request.with(csrf());
        return mvc.perform(request.with(Visitor.signedIn(who)));
    }
}
