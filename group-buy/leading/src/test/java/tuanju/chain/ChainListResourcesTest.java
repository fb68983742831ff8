package tuanju.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
import org.springframework.test.web.servlet.request.RequestPostProcessor;
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

/** 张三's line says of what, 李四's does not: it is put right before the list is taken in. */
@ModuleTest
@DisplayName("W-42 a leader's program keeps a chain list, puts a line right and takes it in")
class ChainListResourcesTest {

    private static final String TEXT = "1. 张三 3-502 鸡蛋2份\\n2. 李四 3-601 荔枝";

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private CycleOpening opening;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    private Neighbourhood home;
    private CycleCard cycle;
    private String lists = "";

    @BeforeEach
    void open() {
        home = neighbourhoods.found(1);
        cycle = opening.open(home.leader(), home.id(), CycleRound.eggs(home));
        lists = "/api/v1/cycles/" + cycle.code() + "/chain-lists";
    }

    @AfterEach
    void whatMustNeverBeSeen() {
        Invariants.check(jdbc);
    }

    @Test
    void aLineIsPutRightBeforeTheListIsTakenIn() throws Exception {
        var list = kept();
        asLeader(get(list))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.understood.length()").value(1))
                .andExpect(jsonPath("$.unclear[0].lineNumber").value(2));
        assertThat(buyers()).isEmpty();

        for (int twice = 0; twice < 2; twice++) {
            asLeader(sent(put(list + "/lines/2"), "{\"line\":\"2. 李四 3-601\\n鸡蛋1份\"}"))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.unclear.length()").value(0))
                    .andExpect(jsonPath("$.understood[1].items[0].quantity").value(1));
        }
        asLeader(post(list + "/orders").header("Idempotency-Key", "one"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.understood.length()").value(2));
        asLeader(post(list + "/orders").header("Idempotency-Key", "one"))
                .andExpect(header().string("Idempotent-Replayed", "true"));
        asLeader(post(list + "/orders"))
                .andExpect(jsonPath("$.understood[0].known").value(true))
                .andExpect(jsonPath("$.understood[1].known").value(true));
        assertThat(buyers()).containsExactly("张三", "李四");
    }

    @Test
    void anEmptyLineIsLeftOut() throws Exception {
        var list = kept();
        asLeader(sent(put(list + "/lines/1"), "{\"line\":\"\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.understood.length()").value(0));
        asLeader(post(list + "/orders")).andExpect(status().isOk());
        assertThat(buyers()).isEmpty();
    }

    @Test
    void aLineThatIsNotThereOrTooLongIsRefusedAndChangesNothing() throws Exception {
        var list = kept();
        var before = body(asLeader(get(list)));
        for (var refused : List.of(
                sent(put(list + "/lines/3"), "{\"line\":\"3. 王五 鸡蛋1份\"}"),
                sent(put(list + "/lines/2"), "{\"line\":\"" + "长".repeat(401) + "\"}"))) {
            asLeader(refused)
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.errors[0].field").value("line"));
        }
        assertThat(body(asLeader(get(list)))).isEqualTo(before);
    }

    @Test
    void toOthersTheListIsNotThere() throws Exception {
        var list = kept();
        var other = neighbourhoods.found(1);
        for (var who : List.of(other.leader(), home.member(0))) {
            mvc.perform(get(list).with(as(who)).with(csrf())).andExpect(status().isNotFound());
            mvc.perform(sent(put(list + "/lines/2"), "{\"line\":\"\"}")
                            .with(as(who))
                            .with(csrf()))
                    .andExpect(status().isNotFound());
            mvc.perform(post(list + "/orders").with(as(who)).with(csrf())).andExpect(status().isNotFound());
        }
        var own = opening.open(other.leader(), other.id(), CycleRound.eggs(other));
        var moved = list.replace(cycle.code().value(), own.code().value());
        mvc.perform(get(moved).with(as(other.leader())).with(csrf())).andExpect(status().isNotFound());
        assertThat(buyers()).isEmpty();
    }

    private String kept() throws Exception {
        var answer = asLeader(sent(post(lists), "{\"text\":\"" + TEXT + "\",\"take\":false}"))
                .andExpect(status().isCreated());
        var place = String.valueOf(answer.andReturn().getResponse().getHeader("Location"));
        assertThat(place).isEqualTo(lists + "/" + JsonPath.read(body(answer), "$.id"));
        return place;
    }

    private List<String> buyers() {
        return jdbc.sql("select recipient_name from orders where source_id = ? order by 1")
                .param(cycle.id())
                .query(String.class)
                .list();
    }

    private static String body(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static MockHttpServletRequestBuilder sent(MockHttpServletRequestBuilder request, String json) {
        return request.contentType(MediaType.APPLICATION_JSON).content(json);
    }

    private ResultActions asLeader(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(as(home.leader())).with(csrf()));
    }

    private static RequestPostProcessor as(MemberId who) {
        return Visitor.signedIn(new SignedIn(who, "王姐", false));
    }
}
