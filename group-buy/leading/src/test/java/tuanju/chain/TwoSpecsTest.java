package tuanju.chain;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Visitor;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.CycleRound;
import tuanju.member.SignedIn;
import tuanju.money.Money;

@ModuleTest
@DisplayName("W-23 of two products of one name the spec stands beside the name wherever an order is shown")
class TwoSpecsTest {

    private static final String CHEESE = """
            1、孙一 奶酪原味2 奶酪水果味1
            2、周周 原味奶酪2份 水果味奶酪1份
            3、吴吴 奶酪 水果味 3
            4、郑郑 原味2份 水果味1份
            5、孙六 原味2 水果1
            6、王王 奶酪2
            """;

    @Autowired
    CycleRound round;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private Neighbourhood home;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(1);
    }

    @Test
    void cheeseOfTwoKindsIsReadAndShownAgain() throws Exception {
        var cycle = round.open(home, null, goods("奶酪", "原味"), goods("奶酪", "水果味"));

        var read =
                paste(cycle, CHEESE).andExpect(jsonPath("$.understood.length()").value(5));
        for (int line : new int[] {0, 1, 3, 4}) {
            read.andExpect(jsonPath("$.understood[%d].items[*].spec".formatted(line), contains("原味", "水果味")))
                    .andExpect(jsonPath("$.understood[%d].items[*].quantity".formatted(line), contains(2, 1)));
        }
        read.andExpect(jsonPath("$.understood[2].items[*].spec", contains("水果味")))
                .andExpect(jsonPath("$.understood[2].items[0].quantity").value(3))
                .andExpect(jsonPath("$.unclear[*].reason", contains("several-products")));
        round.arriveToday(cycle);
        var fruit = "奶酪 · 水果味";
        asLeader(get("/lead/cycles/" + cycle.code() + "/households/list").param("q", fruit.substring(5)))
                .andExpect(content().string(containsString("吴")));
        text(cycle).andExpect(summary("奶酪 原味2份")).andExpect(summary("奶酪 水果味1份")).andExpect(summary("吴** 奶酪 水果味3份"));
        for (var page : pages(cycle).toList()) {
            asLeader(get(page)).andExpect(status().isOk()).andExpect(content().string(containsString("水果味")));
        }
        asLeader(get("/api/v1/cycles/" + cycle.code() + "/lists/by-room"))
                .andExpect(jsonPath("$..lines[*].spec", hasItem("水果味")));
    }

    @Test
    void aSizeIsSaidWhereOnlyTheSizeTellsThemApart() throws Exception {
        var cycle = round.open(home, null, goods("鸡蛋", "30枚"), goods("鸡蛋", "15枚"), goods("荔枝", "5斤"));
        paste(cycle, "#接龙\n1. 孙一 C1");
        round.paid(home, cycle, 0, 0, 2, 0);

        text(cycle).andExpect(summary("鸡蛋 15枚2份")).andExpect(summary("荔枝1份"));
    }

    private Stream<String> pages(CycleCard cycle) {
        var led = "/lead/cycles/" + cycle.code();
        var order = jdbc.sql("select code from orders where source_id = ? order by placed_at, id limit 1")
                .param(cycle.id())
                .query(String.class)
                .single();
        return Stream.concat(
                Stream.of(
                                "by-room",
                                "by-product",
                                "by-building",
                                "pack-matrix",
                                "labels",
                                "delivery-notes",
                                "driver-sheet")
                        .map(list -> led + "/lists/" + list),
                Stream.of(led + "/desk/bags/" + order, "/lead/desk/snapshot", led + "/orders/" + order));
    }

    private ResultActions paste(CycleCard cycle, String text) throws Exception {
        return asLeader(post("/api/v1/cycles/" + cycle.code() + "/chain-lists")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\":\"" + text.replace("\n", "\\n") + "\"}"))
                .andExpect(status().isOk());
    }

    private ResultActions text(CycleCard cycle) throws Exception {
        return asLeader(get("/api/v1/cycles/" + cycle.code() + "/group-texts"));
    }

    private static ResultMatcher summary(String part) {
        return jsonPath("$[?(@.kind=='SUMMARY')].text", hasItem(containsString(part)));
    }

    private static CyclePlan.Item goods(String name, String spec) {
        return new CyclePlan.Item(null, name, spec, null, Money.ofFen(10_00), null);
    }

    private ResultActions asLeader(MockHttpServletRequestBuilder request) throws Exception {
        var me = new SignedIn(home.leader(), "王姐", false);
        return mvc.perform(request.with(csrf()).with(Visitor.signedIn(me)));
    }
}
