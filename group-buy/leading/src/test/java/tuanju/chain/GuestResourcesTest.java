package tuanju.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

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
import tuanju.member.MemberId;
import tuanju.member.SignedIn;

/** 张三 asks for two boxes of eggs, ¥59.80, and has paid; 李四 for one, ¥29.90, and has not. */
@ModuleTest
@DisplayName("W-42 a leader's program marks who of a chain has paid and where they are reached")
class GuestResourcesTest {

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private CycleOpening opening;

    @Autowired
    private ChainTaking taking;

    @Autowired
    private ChainOrders chainOrders;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    private Neighbourhood home;
    private CycleCard cycle;

    @BeforeEach
    void twoGuestsOfWhomOneHasPaid() {
        home = neighbourhoods.found(2);
        cycle = opening.open(home.leader(), home.id(), CycleRound.eggs(home));
        var text = "1. 张三 3-502 鸡蛋2份 已付\n2. 李四 3-601 鸡蛋1份\n";
        taking.take(home.leader(), cycle.code(), taking.paste(home.leader(), cycle.code(), new ChainPaste(text, "")));
    }

    @AfterEach
    void whatMustNeverBeSeen() {
        Invariants.check(jdbc);
    }

    @Test
    void readsWhoHasPaidAndWhoHasNot() throws Exception {
        asLeader(get(guests()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(2))
                .andExpect(jsonPath("$[0].name").value("张三"))
                .andExpect(jsonPath("$[0].building").value("3"))
                .andExpect(jsonPath("$[0].room").value("502"))
                .andExpect(jsonPath("$[0].paidToLeaderFen").value(59_80))
                .andExpect(jsonPath("$[1].notPaidFen").value(29_90))
                .andExpect(jsonPath("$[1].phoneKnown").value(false));
    }

    @Test
    void aTickIsSetAndTakenBackAsOftenAsItIsSaid() throws Exception {
        var tick = guests() + "/" + guest("李四") + "/payment";
        for (int twice = 0; twice < 2; twice++) {
            asLeader(put(tick))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.paidToLeaderFen").value(29_90))
                    .andExpect(jsonPath("$.notPaidFen").value(0));
        }
        for (int twice = 0; twice < 2; twice++) {
            asLeader(delete(tick))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.notPaidFen").value(29_90));
        }
    }

    @Test
    void aPhoneIsGivenAndChangedAndABadOneIsRefusedByItsField() throws Exception {
        var phone = guests() + "/" + guest("李四") + "/phone";
        asLeader(sent(put(phone), "{\"phone\": \"139 1234 0001\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.phoneKnown").value(true));
        asLeader(sent(put(phone), "{\"phone\": \"13912340002\"}")).andExpect(status().isOk());
        assertThat(jdbc.sql("select phone from orders where source_id = ? and recipient_name = '李四'")
                        .param(cycle.id())
                        .query(String.class)
                        .single())
                .isEqualTo("13912340002");
        for (var bad : new String[] {"{}", "{\"phone\": \"12\"}"}) {
            asLeader(sent(put(phone), bad))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.errors[0].field").value("phone"));
        }
    }

    @Test
    void nobodyButTheLeaderFindsAGuest() throws Exception {
        var guest = guests() + "/" + guest("李四");
        as(home.member(1), get(guests())).andExpect(status().isNotFound());
        as(home.member(1), put(guest + "/payment")).andExpect(status().isNotFound());
        as(home.member(1), delete(guest + "/payment")).andExpect(status().isNotFound());
        as(home.member(1), sent(put(guest + "/phone"), "{\"phone\": \"13912340001\"}"))
                .andExpect(status().isNotFound());
        asLeader(put(guests() + "/" + UUID.randomUUID() + "/payment")).andExpect(status().isNotFound());
        asLeader(get(guests())).andExpect(jsonPath("$[1].notPaidFen").value(29_90));
    }

    private String guests() {
        return "/api/v1/cycles/" + cycle.code() + "/guests";
    }

    private UUID guest(String name) {
        return chainOrders.of(cycle).stream()
                .filter(it -> it.guest().name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static MockHttpServletRequestBuilder sent(MockHttpServletRequestBuilder request, String json) {
        return request.contentType(MediaType.APPLICATION_JSON).content(json);
    }

    private ResultActions asLeader(MockHttpServletRequestBuilder request) throws Exception {
        return as(home.leader(), request);
    }

    private ResultActions as(MemberId member, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(Visitor.signedIn(new SignedIn(member, "王姐", false))));
    }
}
