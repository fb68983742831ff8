package tuanju.weighing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Visitor;
import tuanju.cycle.ByWeight;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.CycleRound;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.ProductTerms;
import tuanju.member.SignedIn;
import tuanju.money.Money;
import tuanju.order.book.OrderBook;

@ModuleTest
@DisplayName("W-22 a guest's ribs weigh 900 g: 59.99 + 12.34 = ¥72.33, and so says everything")
class WeighedGuestTest {

    @Autowired
    CycleRound round;

    @Autowired
    OrderCycles cycles;

    @Autowired
    OrderBook book;

    @Autowired
    WeighingSettling settling;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private Neighbourhood home;
    private CycleCard cycle;
    private String weight;

    @BeforeEach
    void aGuestWhoHasNotPaidOrdersRibsAndEggs() throws Exception {
        home = neighbourhoods.found(1);
        var ribs = new ProductTerms(1, null, new ByWeight(500, 10, Money.ofFen(33_33)));
        cycle = round.open(
                home,
                null,
                new CyclePlan.Item(null, "排骨", "约500g", null, Money.ZERO, null, ribs),
                new CyclePlan.Item(null, "鸡蛋", "", null, Money.ofFen(12_34), null));
        asLeader(json(
                        post("/api/v1/cycles/" + cycle.code() + "/chain-lists"),
                        "{\"text\":\"#接龙\\n1. 3-501 王一 排骨2 鸡蛋1\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.understood.length()").value(1));
        round.arriveToday(cycle);
        weight = "/api/v1/cycles/" + cycle.code() + "/weights/" + order() + "/"
                + cycles.products(cycle).getFirst().id();
    }

    @Test
    void everythingSaysWhatWasWeighed() throws Exception {
        weigh("{\"grams\":900}").andExpect(status().isOk());
        settle();

        var lists = "/api/v1/cycles/" + cycle.code() + "/lists/";
        asLeader(get(lists + "by-room"))
                .andExpect(jsonPath("$.checkSum.amountFen").value(72_33))
                .andExpect(jsonPath("$.sections[0].groups[0].lines[0].grams").value(900))
                .andExpect(
                        jsonPath("$.sections[0].groups[0].lines[0].amountFen").value(59_99))
                .andExpect(jsonPath("$.sections[0].groups[0].lines[1].grams").isEmpty());
        asLeader(get(lists + "pack-matrix"))
                .andExpect(jsonPath("$.checkSum.amountFen").value(72_33))
                .andExpect(jsonPath("$.points[0].households[0].amountFen").value(72_33))
                .andExpect(jsonPath("$.products[?(@.grams == 900)]").isNotEmpty());
        asLeader(get(lists + "delivery-notes"))
                .andExpect(jsonPath("$.points[0].products[?(@.grams == 900 && @.amountFen == 5999)]")
                        .isNotEmpty());
        asLeader(get(lists + "labels"))
                .andExpect(jsonPath("$.labels[0].contents").value(containsString("900g ×2")));
        for (var page :
                new String[] {"by-room", "by-product", "by-building", "pack-matrix", "labels", "delivery-notes"}) {
            asLeader(get("/lead/cycles/" + cycle.code() + "/lists/" + page))
                    .andExpect(content().string(containsString("¥72.33")))
                    .andExpect(content().string(containsString("900g")))
                    .andExpect(content().string(not(containsString("85.68"))));
            asLeader(get("/lead/cycles/" + cycle.code() + "/lists/" + page + ".pdf"))
                    .andExpect(status().isOk());
            asLeader(get("/lead/cycles/" + cycle.code() + "/lists/" + page + ".xlsx"))
                    .andExpect(status().isOk());
        }
        asLeader(get("/lead/cycles/" + cycle.code()))
                .andExpect(content().string(containsString("¥72.33")))
                .andExpect(content().string(not(containsString("¥85.68"))));
        asLeader(get("/api/v1/cycles/" + cycle.code() + "/group-texts"))
                .andExpect(jsonPath("$[?(@.kind=='UNPAID')].text")
                        .value(org.hamcrest.Matchers.hasItem(containsString("¥72.33"))));
        asLeader(get("/lead/cycles/" + cycle.code() + "/desk/bags/" + order()))
                .andExpect(content().string(containsString("¥72.33")))
                .andExpect(content().string(containsString("900g")));
    }

    @ParameterizedTest
    @CsvSource({"0,400", "-900,400", "9000,400", "1101,409", "1100,200", "900,200"})
    void whatCannotBeIsRefusedAndWhatIsTooHeavyIsAskedAbout(int grams, int answer) throws Exception {
        weigh("{\"grams\":" + grams + "}")
                .andExpect(status().is(answer))
                .andExpect(
                        answer == 200
                                ? jsonPath("$.grams").value(grams)
                                : jsonPath("$.detail").isNotEmpty());
    }

    @Test
    void heavierThanSoldIsNotedOnlyAfterAYesAndCostsNothingMore() throws Exception {
        var page = "/lead/cycles/" + cycle.code() + "/weights";
        var id = jdbc.sql("select id from orders where source_id = ?")
                        .param(cycle.id())
                        .query(UUID.class)
                        .single() + "-" + cycles.products(cycle).getFirst().id();

        asLeader(post(page).param("grams-" + id, "1300"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("name=\"sure-" + id)));
        asLeader(get(weight.substring(0, weight.indexOf("/weights/") + 8)))
                .andExpect(jsonPath("$[0].grams").isEmpty());
        asLeader(post(page).param("grams-" + id, "1300").param("sure-" + id, "true"))
                .andExpect(status().is3xxRedirection());
        settle();

        var sheet = book.sheetsOf(home.id(), cycle.id()).getFirst();
        // 1100 g at the most: 73.32, rounded down as every weight is
        assertThat(sheet.net()).isEqualTo(Money.ofFen(85_66));
        assertThat(sheet.lines()).anyMatch(line -> Integer.valueOf(1300).equals(line.grams()));
    }

    private ResultActions weigh(String body) throws Exception {
        return asLeader(json(put(weight), body));
    }

    private void settle() throws Exception {
        asLeader(post("/lead/cycles/" + cycle.code() + "/weights/settlement"));
        settling.settle(
                home.id(),
                cycle.id(),
                book.sheetsOf(home.id(), cycle.id()).getFirst().id());
    }

    private String order() {
        return jdbc.sql("select code from orders where source_id = ?")
                .param(cycle.id())
                .query(String.class)
                .single();
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private ResultActions asLeader(MockHttpServletRequestBuilder request) throws Exception {
        var me = new SignedIn(home.leader(), "王姐", false);
        return mvc.perform(request.with(csrf()).with(Visitor.signedIn(me)));
    }
}
