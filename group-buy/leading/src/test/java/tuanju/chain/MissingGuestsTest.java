package tuanju.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
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
import tuanju.chain.reading.ReadChainList.Missing;
import tuanju.cycle.CannotOrder;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.planning.CycleOpening;
import tuanju.member.SignedIn;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;

/** The newest whole list is the truth of its group: who stands on it no longer is asked about (W-31). */
@ModuleTest
class MissingGuestsTest {

    private static final String FIRST = """
            #接龙
            1. 温岚 3-501 鸡蛋2
            2. 石磊 5-302 鸡蛋1
            3. 于娜 6-101 鸡蛋3
            """;
    private static final String NEWEST = """
            #接龙
            1. 温岚 3-501 鸡蛋2
            2. 于娜 6-101 鸡蛋3
            3. 小艾 7-202 鸡蛋1
            """;
    private static final String OF_OTHERS = "1. 阿桂 9-901 鸡蛋1\n2. 孟想 9-902 鸡蛋1\n";

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private CycleOpening opening;

    @Autowired
    private ChainTaking taking;

    @Autowired
    private ChainLists lists;

    @Autowired
    private MissingGuests missing;

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

    @BeforeEach
    void open() {
        home = neighbourhoods.found(1);
        cycle = opening.open(home.leader(), home.id(), CycleRound.eggs(home));
    }

    @Test
    void asksAboutWhoIsGoneFromTheNewestList() {
        take(FIRST);
        var newest = take(NEWEST);

        assertThat(names(newest)).containsExactly("石磊");
        assertThat(orders()).containsOnlyKeys("温岚", "石磊", "于娜", "小艾");
    }

    @Test
    void anAnswerForAllCancelsTheOnesAndKeepsTheOthers() {
        take(FIRST);
        var newest = take("1. 温岚 3-501 鸡蛋2\n");
        var gone = missingFrom(newest);
        var shi = gone.stream()
                .filter(it -> it.guest().name().equals("石磊"))
                .findFirst()
                .orElseThrow();

        var done = missing.answer(home.leader(), cycle.code(), newest, List.of(shi.order(), UUID.randomUUID()));

        assertThat(done).isEqualTo(new MissingGuests.Answered(1, 1));
        assertThat(orders()).containsOnlyKeys("温岚", "于娜");
        assertThat(names(newest)).isEmpty();
        assertThat(names(take("1. 温岚 3-501 鸡蛋2\n2. 小艾 7-202 鸡蛋1\n"))).isEmpty();
    }

    @Test
    void whoStandsThereAgainOrdersAnew() {
        take(FIRST);
        var newest = take(NEWEST);
        missing.answer(
                home.leader(),
                cycle.code(),
                newest,
                missingFrom(newest).stream().map(Missing::order).toList());
        assertThat(orders()).doesNotContainKey("石磊");

        take(NEWEST + "4. 石磊 5-302 鸡蛋1\n");
        take(NEWEST + "4. 石磊 5-302 鸡蛋1\n");

        assertThat(orders().get("石磊").pieces()).isEqualTo(1);
    }

    @Test
    void aListOfAnotherGroupSaysNothingAboutThisOne() {
        take(FIRST);

        assertThat(names(take(OF_OTHERS))).isEmpty();
        assertThat(names(take(NEWEST))).containsExactly("石磊");
        assertThat(names(take(OF_OTHERS + "3. 方圆 9-903 鸡蛋1\n"))).isEmpty();
    }

    @Test
    void aPartOfAListIsNoWholeOne() {
        take(FIRST);

        assertThat(names(take("2. 石磊 5-302 鸡蛋1\n4. 小艾 7-202 鸡蛋1\n"))).isEmpty();
        assertThat(names(take("小艾 7-202 鸡蛋1\n"))).isEmpty();
        assertThat(names(take("1. 温岚 3-501 鸡蛋2\n2. 石磊 5-302 鸡蛋半箱\n3. 于娜 6-101 鸡蛋3\n4. 小艾 7-202 鸡蛋1\n")))
                .isEmpty();
    }

    @Test
    void anEarlierListKnowsNothingOfWhatCameLater() {
        var first = take(FIRST);
        take(NEWEST.replace("2. 于娜", "2. 石磊 5-302 鸡蛋1\n3. 于娜").replace("3. 小艾", "4. 小艾"));

        assertThat(names(first)).isEmpty();
    }

    @Test
    void twoCopiesInOneTextAreComparedToo() {
        assertThat(names(take(FIRST + NEWEST))).containsExactly("石磊");
    }

    @Test
    void nothingIsCancelledAfterTheCutOff() {
        take(FIRST);
        var newest = take(NEWEST);
        var gone = missingFrom(newest).stream().map(Missing::order).toList();
        jdbc.sql("update order_cycle set cut_off = now() - interval '1 second' where community_id = ? and id = ?")
                .params(cycle.community().value(), cycle.id())
                .update();

        assertThatThrownBy(() -> missing.answer(home.leader(), cycle.code(), newest, gone))
                .isInstanceOf(CannotOrder.class);
        assertThat(orders()).containsKey("石磊");
    }

    @Test
    @DisplayName("W-31 programs hear who is gone, and answer once")
    void programsHearWhoIsGoneAndAnswerOnce() throws Exception {
        take(FIRST);
        var pasted = asLeader(post("/api/v1/cycles/" + cycle.code() + "/chain-lists")
                        .header("Idempotency-Key", "newest" + cycle.id())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(Map.of("text", NEWEST))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.missing.length()").value(1))
                .andExpect(jsonPath("$.missing[0].name").value("石磊"))
                .andExpect(jsonPath("$.missing[0].items[0].quantity").value(1))
                .andReturn();
        var tree = json.readTree(pasted.getResponse().getContentAsString());
        var answer = "/api/v1/cycles/" + cycle.code() + "/chain-lists/"
                + tree.get("id").asString() + "/missing";
        var body = json.writeValueAsString(
                Map.of("cancel", List.of(tree.get("missing").get(0).get("order").asString())));

        for (boolean again : List.of(false, true)) {
            var done = asLeader(post(answer)
                            .header("Idempotency-Key", "gone" + cycle.id())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.cancelled").value(1))
                    .andExpect(jsonPath("$.kept").value(0));
            if (again) {
                done.andExpect(header().string("Idempotent-Replayed", "true"));
            }
        }
        assertThat(orders()).containsOnlyKeys("温岚", "于娜", "小艾");
    }

    @Test
    void theLeaderIsAskedOnThePageOfTheList() throws Exception {
        take(FIRST);
        var page = "/lead/cycles/" + cycle.code() + "/chain-lists/" + take(NEWEST);
        asLeader(get(page))
                .andExpect(content().string(containsString("id=\"missing\"")))
                .andExpect(content().string(containsString("石磊")));

        asLeader(post(page + "/missing").param("commandKey", UUID.randomUUID().toString()))
                .andExpect(status().is3xxRedirection());

        asLeader(get(page)).andExpect(content().string(not(containsString("id=\"missing\""))));
        assertThat(orders()).containsKey("石磊");
    }

    private ResultActions asLeader(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(Visitor.signedIn(new SignedIn(home.leader(), "王姐", false))));
    }

    private UUID take(String text) {
        var id = taking.paste(home.leader(), cycle.code(), new ChainPaste(text, ""));
        taking.take(home.leader(), cycle.code(), id);
        return id;
    }

    private List<Missing> missingFrom(UUID list) {
        return taking.read(cycle, lists.find(cycle, list).orElseThrow()).missing();
    }

    private List<String> names(UUID list) {
        return missingFrom(list).stream().map(it -> it.guest().name()).toList();
    }

    private Map<String, OrderSheet> orders() {
        return book.sheetsOf(cycle.community(), cycle.id()).stream()
                .collect(Collectors.toMap(OrderSheet::recipient, sheet -> sheet));
    }
}
