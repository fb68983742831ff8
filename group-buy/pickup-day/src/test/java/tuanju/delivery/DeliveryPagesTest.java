package tuanju.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import support.ModuleTest;
import support.Visitor;
import tuanju.deputy.Deputies;
import tuanju.deputy.Right;
import tuanju.member.SignedIn;
import tuanju.order.life.PlacedOrder;
import tuanju.pickup.PickupNeighbourhood;
import tuanju.pickup.PickupNeighbourhood.Cycle;
import tuanju.pickup.PickupNeighbourhood.Led;
import tuanju.pickup.PickupNeighbourhood.Wish;

@ModuleTest
class DeliveryPagesTest {

    @Autowired
    PickupNeighbourhood neighbourhood;

    @Autowired
    Deputies deputies;

    @Autowired
    MockMvc mvc;

    private Led led;
    private Cycle cycle;
    private PlacedOrder asking;
    private PlacedOrder other;
    private String page = "";
    private String api = "";

    @BeforeEach
    void twoBagsWait() {
        led = neighbourhood.found();
        cycle = neighbourhood.cycle(led);
        asking = neighbourhood
                .order(cycle, new Wish("87", "105", "马仁毅", 2, "帮忙送到87-105 "))
                .getFirst();
        other = neighbourhood.order(cycle, new Wish("3", "1701", "邬肖任", 1)).getFirst();
        page = "/lead/cycles/" + cycle.code() + "/delivery";
        api = "/api/v1/cycles/" + cycle.code() + "/deliveries";
    }

    @Test
    void aLeaderChoosesWalksAndTicksOff() throws Exception {
        asLeader(get(page)).andExpect(content().string(containsString("还没有要送的人家")));
        asLeader(get(page + "/doors"))
                .andExpect(content().string(containsString("1 户备注里让送")))
                .andExpect(content().string(containsString("帮忙送到87-105")));
        asLeader(post(page + "/doors").param("shown", code(asking), code(other)).param("wanted", code(asking)))
                .andExpect(redirectedUrl(page));
        asLeader(get(page))
                .andExpect(content().string(containsString("还剩 1 家要送")))
                .andExpect(content().string(containsString("放门口了")))
                .andExpect(content().string(containsString("<p>周一水果团</p>")))
                .andExpect(content().string(not(containsString("邬**"))))
                .andExpect(content().string(not(containsString("马仁毅"))));

        var door = page + "/doors/" + code(asking);
        for (int i = 0; i < 2; i++) {
            asLeader(post(door + "/handovers")
                            .param("commandKey", "d-" + cycle.id())
                            .param("order", code(asking))
                            .param("leftAt", "放门口"))
                    .andExpect(redirectedUrl(page + "#d-" + code(asking)))
                    .andExpect(flash().attribute("handedDoor", "87-105"))
                    .andExpect(flash().attribute("handedUndo", door + "/undos"));
        }
        asLeader(post(door + "/handovers").param("order", code(asking)))
                .andExpect(flash().attribute("flashError", containsString("陈团长")));
        asLeader(get(page + "/walk")).andExpect(content().string(containsString("全部送到了")));
        asLeader(post(door + "/undos").param("order", code(asking)))
                .andExpect(flash().attribute("flashOk", "delivery.undone"));
        assertThat(neighbourhood.status(asking)).isEqualTo("CONFIRMED");
    }

    @Test
    void thePageSaysWhetherThePrintedSheetStillHolds() throws Exception {
        asLeader(put(api + "/" + code(asking)));
        asLeader(get(page)).andExpect(content().string(not(containsString("打印的"))));
        asLeader(get(page + "/run-sheet.pdf")).andExpect(status().isOk());
        asLeader(get(page)).andExpect(content().string(containsString("仍然有效")));

        asLeader(put(api + "/" + code(other)));
        asLeader(get(page + "/walk"))
                .andExpect(content().string(containsString("已过期：有 1 处变化")))
                .andExpect(content().string(containsString("3-1701")));

        asLeader(get(page + "/run-sheet.pdf"));
        asLeader(post(page + "/buildings").param("building", "87").param("move", "UP"));
        asLeader(get(page)).andExpect(content().string(containsString("顺序变了")));
    }

    @Test
    void whatMovedMeanwhileIsNotTickedOffInSilence() throws Exception {
        asLeader(put(api + "/" + code(asking)));
        var door = page + "/doors/" + code(asking) + "/handovers";
        asLeader(post(door)
                        .param("order", code(asking))
                        .param("seenAt", UUID.randomUUID().toString()))
                .andExpect(flash().attribute("flashError", containsString("改到「3号门」")));
        asLeader(post(door).param("order", code(asking), code(other)))
                .andExpect(flash().attribute("flashError", containsString("不在送到家单上")));
        asLeader(delete(api + "/" + code(asking)));
        asLeader(post(door).param("order", code(asking)))
                .andExpect(flash().attribute("flashError", containsString("不在送到家单上")));
        assertThat(neighbourhood.status(asking)).isEqualTo("CONFIRMED");

        asLeader(put(api + "/" + code(asking)));
        asLeader(post(door)
                        .param("order", code(asking))
                        .param("seenAt", led.point().id().toString()))
                .andExpect(flash().attribute("handedDoor", "87-105"));
    }

    @Test
    void everyPageSpeaksEnglishToo() throws Exception {
        asLeader(put(api + "/" + code(asking))).andExpect(status().isOk());
        for (var it : List.of(page, page + "/doors")) {
            asLeader(get(it).header("Accept-Language", "en"))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("??"))))
                    .andExpect(content().string(not(containsString("送到家"))));
        }
    }

    @Test
    void overRestABagIsMarkedCarriedAndTakenBack() throws Exception {
        asLeader(get(api))
                .andExpect(jsonPath("$.asking[0].order").value(code(asking)))
                .andExpect(jsonPath("$.buildings").isEmpty());
        asLeader(put(api + "/" + code(asking)).header("Idempotency-Key", "m1"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.room").value("105"));
        asLeader(put(api + "/" + code(asking)).header("Idempotency-Key", "m1"))
                .andExpect(header().string("Idempotent-Replayed", "true"));
        asLeader(get(api))
                .andExpect(jsonPath("$.progress.of").value(1))
                .andExpect(jsonPath("$.checkSum.pieces").value(4))
                .andExpect(jsonPath("$.version").isNotEmpty())
                .andExpect(jsonPath("$.asking").isEmpty())
                .andExpect(jsonPath("$.buildings[0].doors[0].point").value("3号门"))
                .andExpect(jsonPath("$.buildings[0].doors[0].people").value("马**"));
        carry("k1", "{\"leftWith\":\"放门口\"}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.handover.leftWith").value("放门口"))
                .andExpect(jsonPath("$.handover.by").value("陈团长"));
        carry("k1", "{\"leftWith\":\"放门口\"}").andExpect(header().string("Idempotent-Replayed", "true"));
        carry("k1", "{\"leftWith\":\"给门卫\"}").andExpect(status().is(422));
        carry("k2", "{}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:tuanju:problem:already-handed-over"));
        asLeader(delete(api + "/" + code(asking)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:tuanju:problem:nothing-to-carry"));
        asLeader(delete(api + "/" + code(asking) + "/handover"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.handover").doesNotExist());
        asLeader(delete(api + "/" + code(asking))).andExpect(status().isOk());
        asLeader(get(api)).andExpect(jsonPath("$.progress.of").value(0));
    }

    @Test
    void overRestTheSequenceOfBuildingsIsSaid() throws Exception {
        asLeader(put(api + "/" + code(asking)));
        asLeader(put(api + "/" + code(other)));
        asLeader(get(api)).andExpect(jsonPath("$.buildings[0].building").value("3"));
        asLeader(put(api + "/buildings")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"buildings\":[\"87\",\"3\"]}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.buildings[0].building").value("87"));
        asLeader(put(api + "/buildings").contentType(MediaType.APPLICATION_JSON).content("{}"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void aDeputyAtTheDeskTicksOffAndAStrangerFindsNothing() throws Exception {
        asLeader(put(api + "/" + code(asking)));
        var helper = neighbourhood.signUp("小周");
        var stranger = neighbourhood.signUp("路人");
        var tomorrow = Instant.now().plus(1, ChronoUnit.DAYS);
        deputies.name(
                led.leader(), new Deputies.Naming(led.community().id(), helper, Set.of(Right.HAND_OVER), tomorrow));

        var as = new SignedIn(helper, "小周", false);
        as(as, post(page + "/doors/" + code(asking) + "/handovers").param("leftAt", "放门口"))
                .andExpect(flash().attribute("handedDoor", "87-105"));
        as(as, get(api))
                .andExpect(jsonPath("$.buildings[0].doors[0].handover.by").value("小周"));
        as(as, get(page + "/run-sheet.pdf")).andExpect(status().isOk());

        var nobody = new SignedIn(stranger, "路人", false);
        as(nobody, get(page)).andExpect(status().isNotFound());
        as(nobody, get(api)).andExpect(status().isNotFound());
        as(nobody, put(api + "/" + code(other))).andExpect(status().isNotFound());
        as(nobody, get(page + "/run-sheet.pdf")).andExpect(status().isNotFound());
    }

    @Test
    void thePaperHasItsDoorsInWalkingOrderWithWhatTheyAddUpTo() throws Exception {
        asLeader(put(api + "/" + code(asking)));
        asLeader(put(api + "/" + code(other)));
        asLeader(put(api + "/buildings")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"buildings\":[\"87\",\"3\"]}"));
        var sheet = asLeader(get(api)).andReturn().getResponse().getContentAsString();
        var version = sheet.replaceFirst("(?s).*\"version\":\"([0-9A-F]{6})\".*", "$1");

        var pdf = asLeader(get(page + "/run-sheet.pdf"))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.APPLICATION_PDF))
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        var text = new PdfTextExtractor(new PdfReader(pdf)).getTextFromPage(1);
        assertThat(text).contains("送到家单", "马**", "3 行 · 5 件", version).doesNotContain("马仁毅");
        assertThat(text.indexOf("105")).isLessThan(text.indexOf("1701"));
    }

    private ResultActions carry(String key, String body) throws Exception {
        return asLeader(post(api + "/" + code(asking) + "/handover")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private static String code(PlacedOrder order) {
        return order.code().value();
    }

    private ResultActions asLeader(MockHttpServletRequestBuilder request) throws Exception {
        return as(led.signedIn(), request);
    }

    private ResultActions as(SignedIn who, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(Visitor.signedIn(who)));
    }
}
