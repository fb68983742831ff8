package tuanju.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
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
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import support.ModuleTest;
import support.Visitor;
import tuanju.order.life.PlacedOrder;
import tuanju.pickup.PickupNeighbourhood;
import tuanju.pickup.PickupNeighbourhood.Cycle;
import tuanju.pickup.PickupNeighbourhood.Led;
import tuanju.pickup.PickupNeighbourhood.Wish;

@ModuleTest
class DeskPagesTest {

    @Autowired
    PickupNeighbourhood neighbourhood;

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
    void someOfABagLeavesWithATapAndTheRestLater() throws Exception {
        var order = orders.getFirst();
        var bag = "/lead/cycles/" + cycle.code() + "/desk/bags/" + order.code();
        for (int i = 0; i < 2; i++) {
            asLeader(post(bag + "/parts")
                            .param("commandKey", "p-" + cycle.id())
                            .param("order", order.code().value())
                            .param("product", "冰淇淋黄心西瓜", "荔枝")
                            .param("spec", "一箱四个约14斤", "每箱四斤")
                            .param("pieces", "1", "0"))
                    .andExpect(redirectedUrl(bag))
                    .andExpect(flash().attribute("flashOk", "desk.part.done"));
        }
        asLeader(get(bag))
                .andExpect(content().string(containsString("已先提")))
                .andExpect(content().string(containsString("剩下的全提走")))
                .andExpect(content().string(containsString("3 件")));
        asLeader(get("/lead/desk")).andExpect(content().string(containsString("提了一部分")));
        asLeader(get("/lead/desk/snapshot"))
                .andExpect(jsonPath("$.bags[2].pieces").value(3));
        assertThat(neighbourhood.status(order)).isEqualTo("CONFIRMED");
    }

    @Test
    void halfAPieceIsAskedAboutRatherThanLeftOut() throws Exception {
        var order = orders.getFirst();
        var bag = "/lead/cycles/" + cycle.code() + "/desk/bags/" + order.code();
        asLeader(post(bag + "/parts")
                        .param("order", order.code().value())
                        .param("product", "冰淇淋黄心西瓜", "荔枝")
                        .param("spec", "一箱四个约14斤", "每箱四斤")
                        .param("pieces", "1.5", "1"))
                .andExpect(redirectedUrl(bag))
                .andExpect(flash().attribute("flashError", containsString("冰淇淋黄心西瓜")));
        asLeader(get(bag)).andExpect(content().string(not(containsString("已先提"))));
    }

    @Test
    void aBagIsLeftAtTheDoorWithOneTap() throws Exception {
        var bag = "/lead/desk/bags/" + orders.getFirst().code();
        asLeader(post(bag + "/handovers").param("leftAt", "放门口").param("leftWith", ""))
                .andExpect(redirectedUrl("/lead/desk"));

        asLeader(get("/lead/desk")).andExpect(content().string(containsString("放门口")));
        asLeader(get(bag)).andExpect(content().string(containsString("放门口")));
    }

    @Test
    void aBuildingIsConfirmedByItsCountAndTakenBackWithOneTap() throws Exception {
        var more = neighbourhood.order(cycle, new Wish("86", "801", "王悟营", 1), new Wish("86", "901", "韦鲁郎", 1));
        var building = "/lead/cycles/" + cycle.code() + "/desk/bags/"
                + orders.getFirst().code() + "/building";
        asLeader(get(building)).andExpect(content().string(containsString("3 袋一起交付")));
        var codes = new String[] {
            orders.getFirst().code().value(),
            more.getFirst().code().value(),
            more.getLast().code().value()
        };
        asLeader(post("/lead/desk/bags/" + more.getLast().code() + "/handovers"));

        asLeader(post(building + "/handovers").param("order", codes))
                .andExpect(flash().attribute("handedUndo", building + "/undos"))
                .andExpect(flash().attribute("flashError", containsString("1 单之前已经提走了")));
        asLeader(post(building + "/undos").param("order", codes[0], codes[1]))
                .andExpect(flash().attribute("flashOk", containsString("2 单已撤销")));
        assertThat(neighbourhood.status(more.getLast())).isEqualTo("COLLECTED");
        assertThat(neighbourhood.status(orders.getFirst())).isEqualTo("CONFIRMED");
    }

    @Test
    void aCodeOfAnotherDayIsAnsweredWithItsDay() throws Exception {
        var other = neighbourhood.order(neighbourhood.cycle(led), new Wish("3", "601", "谢协湃", 1));

        asLeader(post("/lead/cycles/" + cycle.code() + "/desk/codes")
                        .param("pickupCode", neighbourhood.pickupCode(other.getFirst())))
                .andExpect(flash().attribute("flashError", containsString("这袋不是这一期的：是「周一水果团」")));
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
    @DisplayName("I-K4 over REST: some pieces, then the rest with a neighbour, each once however often it is sent")
    void partsOverRest() throws Exception {
        var code = neighbourhood.pickupCode(orders.getFirst());
        var handovers = "/api/v1/cycles/" + cycle.code() + "/handovers";
        var some = "{\"pickupCode\":\"" + code + "\",\"items\":[{\"product\":\"荔枝\",\"spec\":\"每箱四斤\",\"pieces\":2}]}";
        for (int i = 0; i < 2; i++) {
            asLeader(post(handovers)
                            .contentType(MediaType.APPLICATION_JSON)
                            .header("Idempotency-Key", "p1")
                            .content(some))
                    .andExpect(status().isCreated())
                    .andExpect(jsonPath("$.left").value(2))
                    .andExpect(jsonPath("$.collectedAt").doesNotExist());
        }
        asLeader(post(handovers).contentType(MediaType.APPLICATION_JSON).content(some))
                .andExpect(status().isConflict());
        asLeader(post(handovers)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"pickupCode\":\"" + code + "\",\"leftWith\":\"放门口\"}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.leftWith").value("放门口"))
                .andExpect(jsonPath("$.left").value(0));
        asLeader(post(handovers)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"pickupCode\":\"" + code + "\",\"whole\":true}"))
                .andExpect(status().isBadRequest());
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
        return mvc.perform(request.with(csrf()).with(Visitor.signedIn(signedIn)));
    }
}
