package tuanju.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import tools.jackson.databind.json.JsonMapper;
import tuanju.address.Door;
import tuanju.chain.reading.ReadChainList;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.member.SignedIn;
import tuanju.order.book.OrderBook;
import tuanju.pickup.Household;
import tuanju.pickup.PickupSheets;

/** W-20: four families behind one room number, in two units. */
@ModuleTest
class DoorsOfAChainTest {

    private static final String UNITS = """
            1. 张一 3号楼1单元502 鸡蛋1份
            2. 李二 3号楼2单元502 鸡蛋1份
            3. 王三 3-1-502 鸡蛋2份
            4. 赵四 3-2-502 鸡蛋1份
            5. 孙五 3栋1单元601室 鸡蛋1份
            6. 周六 三号楼二单元六零一 鸡蛋1份
            """;

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private CycleRound round;

    @Autowired
    private ChainTaking taking;

    @Autowired
    private ChainOrders chainOrders;

    @Autowired
    private PickupSheets sheets;

    @Autowired
    private OrderBook book;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JsonMapper json;

    private Neighbourhood home;
    private CycleCard cycle;
    private String api;

    @BeforeEach
    void open() {
        home = neighbourhoods.found(1);
        cycle = round.openAt(home, home.point());
        api = "/api/v1/cycles/" + cycle.code();
    }

    @Test
    void eachDoorOfEachUnitIsABagOfItsOwn() {
        assertThat(take(UNITS).unclear()).isEmpty();

        assertThat(sheets.expectedOfCycle(cycle.community(), cycle.id()).households())
                .extracting(
                        Household::door,
                        bag -> bag.sum().pieces(),
                        bag -> bag.orders().size())
                .containsExactly(
                        tuple("3-1-502", 3L, 2),
                        tuple("3-1-601", 1L, 1),
                        tuple("3-2-502", 2L, 2),
                        tuple("3-2-601", 1L, 1));
    }

    @Test
    void theUnitStaysWithGuestAndOrder() {
        take(UNITS);

        assertThat(chainOrders.of(cycle)).extracting(row -> row.guest().door()).contains(new Door("", "3", "2", "601"));
        assertThat(book.expectedOf(cycle.community(), cycle.id()))
                .extracting(sheet -> sheet.address().door())
                .contains(new Door("", "3", "2", "601"));
    }

    @Test
    void theListAgainWithOtherSpellingsAddsNothing() {
        take(UNITS);
        var again = take(UNITS.replace("3号楼1单元502", "3-1-502").replace("3-2-502", "3栋2单元502室"));

        assertThat(again.understood()).allMatch(line -> line.known());
        assertThat(book.expectedOf(cycle.community(), cycle.id())).hasSize(6);
    }

    @Test
    void aUnitWithoutItsRoomAndARoomWithoutItsBuildingAreKeptAndAskedAbout() throws Exception {
        var read = take("1. 张一 3号楼1单元 鸡蛋1份\n2. 李二 502室 鸡蛋1份\n3. 王三 2单元601 鸡蛋2份\n4. 赵四 3号楼 鸡蛋1份");

        assertThat(read.understood())
                .extracting(line -> line.guest().door())
                .containsExactly(
                        new Door("", "3", "1", ""),
                        new Door("", "", "", "502"),
                        new Door("", "", "2", "601"),
                        new Door("", "3", "", ""));
        asLeader(get(api + "/door-questions"))
                .andExpect(jsonPath(
                        "$[*].why", contains("building-missing", "building-missing", "room-missing", "unit-missing")));
        assertThat(bags()).hasSize(4);
    }

    /** Orders of before units were read keep their door; the line they came from says which unit it was. */
    @Test
    void aDoorOfBeforeUnitsIsAskedAboutWithTheUnitOfItsLine() throws Exception {
        take(UNITS);
        jdbc.sql("update orders set address_unit = '' where community_id = ? and source_id = ?")
                .params(cycle.community().value(), cycle.id())
                .update();

        asLeader(get(api + "/door-questions"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].why", everyItem(equalTo("unit-in-words"))))
                .andExpect(jsonPath("$[*].door.unit", everyItem(equalTo(""))))
                .andExpect(jsonPath("$[*].meant.unit", contains("1", "1", "1", "2", "2", "2")));
        assertThat(bags()).containsExactly("3-502", "3-601");

        for (var question : json.readTree(asked())) {
            asLeader(put(api + "/orders/" + question.get("order").asString() + "/door")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(question.get("meant").toString()))
                    .andExpect(status().isNoContent());
        }
        assertThat(asked()).isEqualTo("[]");
        assertThat(bags()).containsExactly("3-1-502", "3-1-601", "3-2-502", "3-2-601");
    }

    private String asked() throws Exception {
        return asLeader(get(api + "/door-questions")).andReturn().getResponse().getContentAsString();
    }

    private List<String> bags() {
        return sheets.expectedOfCycle(cycle.community(), cycle.id()).households().stream()
                .map(Household::door)
                .toList();
    }

    private ResultActions asLeader(MockHttpServletRequestBuilder request) throws Exception {
        var me = new SignedIn(home.leader(), "王姐", false);
        return mvc.perform(request.with(csrf()).with(Visitor.signedIn(me)));
    }

    private ReadChainList take(String text) {
        var list = taking.paste(home.leader(), cycle.code(), new ChainPaste(text, ""));
        return taking.take(home.leader(), cycle.code(), list);
    }
}
