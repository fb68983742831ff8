package tuanju.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import support.Invariants;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Patience;
import support.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.CycleRound;
import tuanju.cycle.PickupPlace;
import tuanju.cycle.planning.CycleOpening;
import tuanju.member.SignedIn;
import tuanju.money.Money;

@ModuleTest
@DisplayName("W-21 the preview of a shortage says what the leader will owe by hand")
class ShortagePreviewTest {

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private CycleOpening opening;

    @Autowired
    private ChainTaking lists;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JsonMapper json;

    @Autowired
    private JdbcClient jdbc;

    private Neighbourhood home;
    private CycleCard cycle;

    @AfterEach
    void whatMustNeverBeSeen() {
        Invariants.check(jdbc);
    }

    /** Of ¥99.80 all but the ¥29.90 of one box was paid; two goods of ¥29.90 and ¥40 do not come. */
    @Test
    void whatNobodyPaidIsLeftOutOnceWhereSeveralGoodsOfAnOrderAreShort() throws Exception {
        home = neighbourhoods.found(1);
        cycle = opening.open(home.leader(), home.id(), plan());
        take("1. 张三 3-502 鸡蛋1份 牛奶2份 已付");
        take("1. 张三 3-502 鸡蛋2份 牛奶2份");
        call(put(api("/status")), Map.of("status", "CLOSED"));
        call(put(api("/status")), Map.of("status", "ORDERED"));
        call(put(api("/status")), Map.of("status", "ARRIVED"));
        for (var goods : call(get(api("/receipts")), Map.of())) {
            call(put(api("/receipts/" + goods.get("product").asString())), Map.of("arrived", 1, "damaged", 0));
        }

        var plan = call(post(api("/shortages")), Map.of("policy", "ORDER_TIME", "dryRun", true));

        assertThat(plan.get("households").get(0).get("byHandFen").asLong()).isEqualTo(20_00);
        var token = plan.get("plan").asString();
        call(post(api("/shortages")), Map.of("policy", "ORDER_TIME", "plan", token));
        Patience.await()
                .untilAsserted(() -> assertThat(dues("toPayBackByHandFen")).isEqualTo(20_00));
        assertThat(dues("notPaidFen")).isZero();
    }

    private CyclePlan plan() {
        var eggs = CycleRound.eggs(home);
        return new CyclePlan(
                "鸡蛋牛奶",
                List.of(
                        new CyclePlan.Item(null, "鸡蛋", "30枚", null, Money.ofYuan("29.90"), null),
                        new CyclePlan.Item(null, "牛奶", "1升", null, Money.ofYuan("20"), null)),
                eggs.opens(),
                eggs.cutOff(),
                PickupPlace.of(home.point()),
                eggs.cutOff().plusSeconds(3600),
                eggs.cutOff().plusSeconds(7200));
    }

    private void take(String text) {
        lists.take(home.leader(), cycle.code(), lists.paste(home.leader(), cycle.code(), new ChainPaste(text, "")));
    }

    private long dues(String which) throws Exception {
        return call(get(api("/board")), Map.of())
                .get("money")
                .get("dues")
                .get(which)
                .asLong();
    }

    private String api(String path) {
        return "/api/v1/cycles/" + cycle.code() + path;
    }

    private JsonNode call(AbstractMockHttpServletRequestBuilder<?> request, Map<String, Object> body) throws Exception {
        var leader = Visitor.signedIn(new SignedIn(home.leader(), "王姐", false));
        var answer = mvc.perform(request.with(csrf())
                        .with(leader)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(body)))
                .andExpect(status().is2xxSuccessful())
                .andReturn();
        return json.readTree(answer.getResponse().getContentAsString());
    }
}
