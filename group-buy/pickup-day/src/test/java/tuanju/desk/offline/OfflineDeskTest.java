package tuanju.desk.offline;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import support.ModuleTest;
import support.Visitor;
import tuanju.order.life.PlacedOrder;
import tuanju.pickup.PickupNeighbourhood;
import tuanju.pickup.PickupNeighbourhood.Led;
import tuanju.pickup.PickupNeighbourhood.Wish;

@ModuleTest
class OfflineDeskTest {

    @Autowired
    PickupNeighbourhood neighbourhood;

    @Autowired
    MockMvc mvc;

    private Led led;
    private String desk = "";
    private List<PlacedOrder> orders = List.of();

    @BeforeEach
    void twoBagsWait() {
        led = neighbourhood.found();
        var cycle = neighbourhood.cycle(led);
        desk = "/lead/cycles/" + cycle.code() + "/desk";
        orders = neighbourhood.order(cycle, new Wish("86", "701", "马仁毅", 2), new Wish("3", "1701", "邬肖任", 1));
    }

    @Test
    void theListForThePhoneSaysWhatToLayIntoEachBag() throws Exception {
        asLeader(get(desk + "/snapshot"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().exists("X-CSRF-TOKEN"))
                .andExpect(jsonPath("$.path").value(desk))
                .andExpect(jsonPath("$.bags.length()").value(2))
                .andExpect(jsonPath("$.bags[1].building").value("86"))
                .andExpect(jsonPath("$.bags[1].orders[0].items[1].title").value("荔枝 · 每箱四斤"))
                .andExpect(content().string(not(containsString("138****"))));
    }

    @Test
    void theSecondPhoneIsToldWhoWasQuickerAndWhen() throws Exception {
        var code = orders.getFirst().code().value();
        sync(act(code)).andExpect(jsonPath("$.acts[0].outcome").value("DONE"));

        sync(act(code))
                .andExpect(jsonPath("$.acts[0].outcome").value("TOO_LATE"))
                .andExpect(jsonPath("$.acts[0].by").value("陈团长"))
                .andExpect(jsonPath("$.acts[0].at").isNotEmpty())
                .andExpect(jsonPath("$.acts[0].sentence").value(containsString("陈团长")));
    }

    @Test
    void aBagOfAnotherDeskIsRefusedInWords() throws Exception {
        sync(act("JYSA0000000000"))
                .andExpect(jsonPath("$.acts[0].outcome").value("REFUSED"))
                .andExpect(jsonPath("$.acts[0].sentence").value(containsString("不在这个提货台")));
    }

    @Test
    void whatIsNoActIsRefusedWhole() throws Exception {
        post(desk, "{\"acts\":[{\"kind\":\"HANDOVER\",\"order\":\"A\"}]}").andExpect(status().isBadRequest());
        post(desk, "{\"acts\":[null]}").andExpect(status().isBadRequest());
        var many = IntStream.range(0, 101).mapToObj(i -> act("A")).collect(Collectors.joining(","));
        post(desk, "{\"acts\":[" + many + "]}").andExpect(status().isBadRequest());
        post(desk, "{\"acts\":[{\"id\":\"7\"}]}").andExpect(status().isBadRequest());
        post(desk, "{}").andExpect(status().isOk()).andExpect(jsonPath("$.acts").isEmpty());
    }

    @Test
    void theShellHoldsNobodysData() throws Exception {
        asLeader(get("/lead/desk/shell"))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("马**"))))
                .andExpect(content().string(not(containsString("陈团长"))))
                .andExpect(content().string(not(containsString("_csrf"))));
        asLeader(get("/lead/desk/shell").header("Accept-Language", "en"))
                .andExpect(content().string(not(containsString("??"))))
                .andExpect(content().string(not(containsString("提货"))));
    }

    @Test
    void theDeskCanBeInstalled() throws Exception {
        asLeader(get("/lead/desk")).andExpect(content().string(containsString("/manifest.webmanifest")));
        mvc.perform(get("/manifest.webmanifest").with(Visitor.signedIn(led.signedIn())))
                .andExpect(content().contentType("application/manifest+json"))
                .andExpect(jsonPath("$.start_url").value("/lead/desk"))
                .andExpect(jsonPath("$.short_name").value("提货台"));
    }

    private ResultActions sync(String act) throws Exception {
        return post(desk, "{\"acts\":[" + act + "]}").andExpect(status().isOk());
    }

    private ResultActions post(String where, String json) throws Exception {
        return asLeader(MockMvcRequestBuilders.post(where + "/syncs")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }

    private static String act(String order) {
        return "{\"id\":\"%s\",\"kind\":\"HANDOVER\",\"order\":\"%s\",\"takesBack\":null,\"at\":\"2026-11-22T01:00:00Z\"}"
                .formatted(UUID.randomUUID(), order);
    }

    private ResultActions asLeader(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(Visitor.signedIn(led.signedIn())));
    }
}
