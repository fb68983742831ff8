package tuanju.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import support.TestDatabase;
import tuanju.order.PlacedOrder;
import tuanju.pickup.Neighbourhood;
import tuanju.pickup.Neighbourhood.Cycle;
import tuanju.pickup.Neighbourhood.Led;
import tuanju.pickup.Neighbourhood.Wish;

@SpringBootTest
@AutoConfigureMockMvc
@Import({TestDatabase.class, Neighbourhood.class})
@ActiveProfiles("test")
class DeskPagesTest {

    @Autowired
    Neighbourhood neighbourhood;

    @Autowired
    MockMvc mvc;

    private Led led;
    private Cycle cycle;
    private List<PlacedOrder> orders = List.of();

    @BeforeEach
    void orderThree() {
        led = neighbourhood.found();
        cycle = neighbourhood.cycle(led);
        orders = neighbourhood.order(
                cycle, new Wish("86", "701", "马仁毅", 2), new Wish("3", "1701", "邬肖任", 1), new Wish("", "", "丁倍卫", 1));
    }

    @Test
    void theDeskShowsWhatIsLeftAndOpensABagByItsCode() throws Exception {
        asLeader(get("/lead/cycles/" + cycle.code() + "/desk"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("还剩 3 户")));
        asLeader(get("/lead/desk"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("还剩 3 户")));
        var bag = "/lead/cycles/" + cycle.code() + "/desk/bags/"
                + orders.getFirst().code();
        asLeader(post("/lead/cycles/" + cycle.code() + "/desk/codes")
                        .param("pickupCode", neighbourhood.pickupCode(orders.getFirst())))
                .andExpect(redirectedUrl(bag));
        asLeader(get(bag)).andExpect(status().isOk()).andExpect(content().string(containsString("全部提走")));
        asLeader(post("/lead/cycles/" + cycle.code() + "/desk/codes").param("pickupCode", "ZZZZZZ"))
                .andExpect(redirectedUrl("/lead/cycles/" + cycle.code() + "/desk"))
                .andExpect(flash().attribute("flashError", containsString("没有这个提货码")));
    }

    @Test
    void aBagIsHandedOverWithOneTapAndTakenBack() throws Exception {
        var bag = "/lead/desk/bags/" + orders.getFirst().code();
        asLeader(post(bag + "/handovers").param("commandKey", "k-" + cycle.id()))
                .andExpect(redirectedUrl("/lead/desk"))
                .andExpect(flash().attribute("handedDoor", "86-701"));
        asLeader(post(bag + "/handovers").param("commandKey", "k-" + cycle.id()))
                .andExpect(flash().attribute("handedDoor", "86-701"));
        asLeader(post(bag + "/handovers")).andExpect(flash().attribute("flashError", containsString("陈团长")));
        asLeader(get(bag)).andExpect(content().string(containsString("撤销")));
        asLeader(post(bag + "/undos")).andExpect(redirectedUrl(bag));
        assertThat(neighbourhood.status(orders.getFirst())).isEqualTo("CONFIRMED");
    }

    @Test
    void aFullNumberIsShownOnItsOwnPageOnly() throws Exception {
        var bag = "/lead/desk/bags/" + orders.getFirst().code();
        var asked = asLeader(post(bag + "/reveals")
                        .param("order", orders.getFirst().code().value())
                        .param("reason", "没人来取"))
                .andExpect(status().is3xxRedirection())
                .andReturn();

        asLeader(get(String.valueOf(asked.getResponse().getRedirectedUrl())))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(content().string(containsString("tel:138")));
    }

    @Test
    @DisplayName("R-18 over REST: handed over once, replayed by its key, undone, and handed over again")
    void handoversOverRest() throws Exception {
        var code = neighbourhood.pickupCode(orders.getFirst());
        var handovers = "/api/v1/cycles/" + cycle.code() + "/handovers";
        var wanted = "{\"pickupCode\":\"" + code.toLowerCase(Locale.ROOT) + "\"}";
        asLeader(post(handovers)
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Idempotency-Key", "a1")
                        .content(wanted))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.order").value(orders.getFirst().code().value()))
                .andExpect(jsonPath("$.household.building").value("86"))
                .andExpect(jsonPath("$.collectedAt").isNotEmpty());
        asLeader(post(handovers)
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Idempotency-Key", "a1")
                        .content(wanted))
                .andExpect(status().isCreated())
                .andExpect(header().string("Idempotent-Replayed", "true"));
        asLeader(delete(handovers + "/" + code)).andExpect(status().isOk());
        asLeader(post(handovers).contentType(MediaType.APPLICATION_JSON).content(wanted))
                .andExpect(status().isCreated());
        asLeader(delete(handovers).contentType(MediaType.APPLICATION_JSON).content(wanted))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.collectedAt").doesNotExist());
    }

    @Test
    void everyPageSpeaksEnglishToo() throws Exception {
        for (var page :
                List.of("/lead/desk", "/lead/desk/bags/" + orders.getFirst().code())) {
            asLeader(get(page).header("Accept-Language", "en"))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("??"))))
                    .andExpect(content().string(not(containsString("提货"))));
        }
    }

    private ResultActions asLeader(MockHttpServletRequestBuilder request) throws Exception {
        var signedIn = led.signedIn();
        return mvc.perform(request.with(csrf())
                .with(authentication(UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of()))));
    }
}
