package tuanju.cycle.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
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
import tuanju.address.Door;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.importing.DoorQuestion.Why;
import tuanju.member.Household;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.SignedIn;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;

/** W-20: a door that leaves open whose bag it is is asked about, never merged. */
@ModuleTest
class DoorQuestionsTest {

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private CycleRound round;

    @Autowired
    private DoorQuestions questions;

    @Autowired
    private CycleImporting importing;

    @Autowired
    private OrderCycles cycles;

    @Autowired
    private OrderBook book;

    @Autowired
    private Members members;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc mvc;

    private Neighbourhood home;
    private CycleCard cycle;

    @BeforeEach
    void open() {
        home = neighbourhoods.found(3);
        cycle = round.openAt(home, home.point());
    }

    @Test
    void aDoorWithoutItsUnitIsAskedAboutWhereItsBuildingHasUnits() {
        order(0, new Door("", "3", "1", "502"));
        var open = order(1, Door.of("3", "502"));
        order(2, Door.of("5", "502"));

        assertThat(questions.open(cycle))
                .extracting(it -> it.order().code(), DoorQuestion::why)
                .containsExactly(tuple(open, Why.UNIT_MISSING));

        importing.correct(
                home.leader(), cycle.code(), open, new ImportedOrders.Correction(new Door("", "3", "2", "502")));
        assertThat(questions.open(cycle)).isEmpty();
    }

    @Test
    void whatTheLeaderLeavesAsItIsIsNotAskedAgain() {
        order(0, new Door("", "3", "1", "502"));
        var open = order(1, Door.of("3", "502"));

        assertThatThrownBy(() -> questions.settle(home.member(0), cycle.code(), open))
                .isInstanceOf(NotFound.class);
        questions.settle(home.leader(), cycle.code(), open);
        questions.settle(home.leader(), cycle.code(), open);

        assertThat(questions.open(cycle)).isEmpty();
    }

    @Test
    void unitsInFieldsAndNotesOfOrdersOfBeforeAreFoundAndNothingIsChangedByItself() {
        var inRoom = order(0, Door.of("3", "502"));
        var inNote = order(1, Door.of("5", "601"));
        var without = order(2, Door.of("7", "701"));
        change(inRoom, "address_room = '1-502'");
        change(inNote, "note = '放5号楼2单元601门口'");
        change(without, "address_building = ''");

        assertThat(questions.open(cycle))
                .extracting(
                        it -> it.order().code(),
                        DoorQuestion::why,
                        it -> it.meant().shown())
                .containsExactlyInAnyOrder(
                        tuple(inRoom, Why.UNIT_IN_FIELD, "3-1-502"),
                        tuple(inNote, Why.UNIT_IN_WORDS, "5-2-601"),
                        tuple(without, Why.BUILDING_MISSING, "701"));
        assertThat(sheet(inRoom).address().door()).isEqualTo(Door.of("3", "1-502"));
    }

    @Test
    void thePageOfTheCycleAsksAndTakesTheAnswer() throws Exception {
        order(0, new Door("", "3", "1", "502"));
        var open = order(1, Door.of("3", "502"));
        var page = "/lead/cycles/" + cycle.code();

        as(home.leader(), get(page))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"doors\"")));
        as(
                        home.leader(),
                        post(page + "/orders/" + open + "/address")
                                .param("building", "3号楼")
                                .param("unit", "二单元")
                                .param("room", "502室"))
                .andExpect(status().is3xxRedirection());
        as(home.leader(), get(page)).andExpect(content().string(not(containsString("id=\"doors\""))));
        assertThat(sheet(open).address().door()).isEqualTo(new Door("", "3", "2", "502"));
    }

    @Test
    void programsNameTheFourPartsOfADoor() throws Exception {
        var product = cycles.products(cycle).getFirst().id();
        var wish = "{\"items\":[{\"product\":\"" + product + "\",\"quantity\":1}],\"lane\":\"500\",\"building\":\"3\","
                + "\"unit\":\"1\",\"room\":\"502\"}";
        as(
                        home.member(0),
                        post(orders()).contentType(MediaType.APPLICATION_JSON).content(wish))
                .andExpect(status().isCreated());
        as(
                        home.member(1),
                        post(orders())
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(wish.replace("\"3\"", "\"\"").replace("\"502\"", "\"\"")))
                .andExpect(status().is4xxClientError())
                .andExpect(content().string(containsString("building")));

        assertThat(book.unpaidOf(cycle.community(), cycle.id()))
                .extracting(sheet -> sheet.address().door())
                .containsExactly(new Door("500", "3", "1", "502"));
        assertThat(members.contact(home.member(0)).household()).isEqualTo(new Household("500", "3", "1", "502"));
    }

    /** W-20: whoever orders on the web is asked at once, and not their leader afterwards. */
    @Test
    void aBuyerWithoutAUnitIsAskedWhereTheirBuildingHasUnitsAndMaySayThatTheyHaveNone() throws Exception {
        order(0, new Door("", "3", "1", "502"));
        order(0, new Door("500", "3", "2", "601"));
        var ordered = book.unpaidOf(cycle.community(), cycle.id()).size();

        as(home.member(1), typed("3", "", "502"))
                .andExpect(status().is4xxClientError())
                .andExpect(content().string(containsString("1 / 2")))
                .andExpect(content().string(containsString("name=\"unitless\"")))
                .andExpect(content().string(containsString("value=\"502\"")));
        assertThat(book.unpaidOf(cycle.community(), cycle.id())).hasSize(ordered);

        as(home.member(1), typed("3", "2", "502")).andExpect(status().is3xxRedirection());
        as(home.member(1), typed("5", "", "502")).andExpect(status().is3xxRedirection());
        as(home.member(1), typed("3", "", "502").param("unitless", "on")).andExpect(status().is3xxRedirection());
        assertThat(book.unpaidOf(cycle.community(), cycle.id())).hasSize(ordered + 3);
    }

    private MockHttpServletRequestBuilder typed(String building, String unit, String room) {
        return post("/c/" + cycle.code() + "/orders")
                .param("commandKey", UUID.randomUUID().toString())
                .param("quantity-" + cycles.products(cycle).getFirst().id(), "1")
                .param("building", building)
                .param("unit", unit)
                .param("room", room);
    }

    private String orders() {
        return "/api/v1/cycles/" + cycle.code() + "/orders";
    }

    private Code order(int member, Door door) {
        return round.paidAt(home, cycle, member, home.point().id(), door);
    }

    private OrderSheet sheet(Code order) {
        return book.sheet(
                cycle.community(),
                book.idsIn(cycle.community(), cycle.id(), List.of(order)).getFirst());
    }

    /** As orders were kept before units were read. */
    private void change(Code order, String set) {
        jdbc.sql("update orders set " + set + " where community_id = ? and code = ?")
                .params(cycle.community().value(), order.value())
                .update();
    }

    private ResultActions as(MemberId who, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(Visitor.signedIn(new SignedIn(who, "王姐", false))));
    }
}
