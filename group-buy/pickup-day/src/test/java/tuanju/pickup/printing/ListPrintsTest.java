package tuanju.pickup.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionOperations;
import support.ModuleTest;
import support.Visitor;
import tuanju.address.Door;
import tuanju.order.Address;
import tuanju.order.OrderChange;
import tuanju.order.fulfilment.OrderPlaces;
import tuanju.order.life.PlacedOrder;
import tuanju.pickup.PickupNeighbourhood;
import tuanju.pickup.PickupNeighbourhood.Cycle;
import tuanju.pickup.PickupNeighbourhood.Led;
import tuanju.pickup.PickupNeighbourhood.Wish;

@ModuleTest
@DisplayName("Paper that left the house")
class ListPrintsTest {

    @Autowired
    PickupNeighbourhood neighbourhood;

    @Autowired
    OrderPlaces places;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private Led led;
    private Cycle cycle;
    private List<PlacedOrder> placed = List.of();

    @BeforeEach
    void orderThree() {
        led = neighbourhood.found();
        cycle = neighbourhood.cycle(led);
        placed = neighbourhood.order(
                cycle, new Wish("86", "701", "马仁毅", 2), new Wish("3", "1701", "邬肖任", 1), new Wish("", "", "丁倍卫", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pack-matrix", "labels", "delivery-notes", "driver-sheet"})
    void everyListIsAPageAFileAndJson(String list) throws Exception {
        asLeader(get("/lead/cycles/" + cycle.code() + "/lists/" + list))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("与订单一致：3 户 · 4 行 · 6 件 · ¥439.80")))
                .andExpect(content()
                        .string(not(org.hamcrest.Matchers.matchesRegex("(?s).*[^0-9]1[3-9][0-9]{9}[^0-9].*"))));
        asLeader(get("/api/v1/cycles/" + cycle.code() + "/lists/" + list))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.checkSum.pieces").value(6))
                .andExpect(jsonPath("$.version").isString());
        asLeader(get("/api/v1/cycles/" + cycle.code() + "/lists/" + list + ".pdf"))
                .andExpect(status().isOk());
        asLeader(get("/lead/cycles/" + cycle.code() + "/lists/" + list + ".xlsx"))
                .andExpect(status().isOk());
        assertThat(jdbc.sql("select form from list_print where cycle_id = ? and kind = ? order by form")
                        .params(cycle.id(), list.toUpperCase(Locale.ROOT).replace('-', '_'))
                        .query(String.class)
                        .list())
                .containsExactly("PDF", "XLSX");
    }

    @Test
    void aListHoldsUntilSomethingChangesAndThenSaysWhat() throws Exception {
        print("by-room");
        asLeader(get("/lead/cycles/" + cycle.code() + "/lists/by-room"))
                .andExpect(content().string(containsString("打印的仍然有效")));

        neighbourhood.order(cycle, new Wish("9", "101", "陈新来", 1));
        transaction.executeWithoutResult(status -> places.toDoor(
                led.community().id(),
                placed.get(1).id(),
                new Address("", new Door("500", "3", "", "1702"), "by-hand"),
                null,
                new OrderChange(led.leader(), "door-corrected")));

        asLeader(get("/lead/cycles/" + cycle.code() + "/lists/by-room"))
                .andExpect(content().string(containsString("名单已过期")))
                .andExpect(content().string(containsString("2 处变化")));
        asLeader(get("/lead/cycles/" + cycle.code()))
                .andExpect(content().string(containsString("名单已过期")))
                .andExpect(content().string(containsString("2 处变化")));
        asLeader(get("/lead/cycles/" + cycle.code() + "/lists/changes"))
                .andExpect(content().string(containsString("新增一袋")))
                .andExpect(content().string(containsString("3-1702")));
        asLeader(get("/api/v1/cycles/" + cycle.code() + "/lists/changes"))
                .andExpect(jsonPath("$.prints[0].changes.length()").value(2))
                .andExpect(jsonPath("$.prints[0].changes[0].kind").value("DOOR"))
                .andExpect(jsonPath("$.prints[0].changes[0].was").value("3-1701"))
                .andExpect(jsonPath("$.prints[0].changes[1].kind").value("ADDED"))
                .andExpect(jsonPath("$.prints[0].changes[1].door").value("9-101"));

        print("by-room");
        asLeader(get("/lead/cycles/" + cycle.code())).andExpect(content().string(not(containsString("名单已过期"))));
    }

    @Test
    void handingOverMakesNoListOutOfDate() throws Exception {
        print("pack-matrix");
        jdbc.sql(
                        "update orders set status = 'COLLECTED', collected_at = now(), change_cause = 'collected' where id = ?")
                .param(placed.getFirst().id().value())
                .update();

        asLeader(get("/api/v1/cycles/" + cycle.code() + "/lists/changes"))
                .andExpect(jsonPath("$.prints[0].changes.length()").value(0));
    }

    @Test
    @DisplayName("what two prints say alike is kept once, and nothing printed is rewritten")
    void whatWasPrintedStays() throws Exception {
        print("by-room");
        print("by-product");

        assertThat(jdbc.sql("select count(*) from list_version where cycle_id = ?")
                        .param(cycle.id())
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThatThrownBy(() -> jdbc.sql("update list_version set said_at = now() where cycle_id = ?")
                        .param(cycle.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    @DisplayName("the table refuses a full phone number, whoever writes it")
    void theTableRefusesAFullPhoneNumber() {
        assertThatThrownBy(() -> jdbc.sql("""
                                insert into list_version (community_id, cycle_id, fingerprint, standing)
                                values (?, ?, repeat('A', 64), '{"note": "打13812345678"}')
                                """)
                        .params(led.community().id().value(), cycle.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("list_version_knows_no_phone");
    }

    private void print(String list) throws Exception {
        asLeader(get("/lead/cycles/" + cycle.code() + "/lists/" + list + ".pdf"))
                .andExpect(status().isOk());
    }

    private ResultActions asLeader(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.header("Accept-Language", "zh-CN").with(Visitor.signedIn(led.signedIn())));
    }
}
