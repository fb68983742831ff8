package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;
import static tuanju.ApiClient.read;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.moderation.RefusedWords;

/** What people write passes the list of words that operators keep. */
@WebTest
@DisplayName("W-15 a word of the list is refused by its field and by name, and nothing is kept")
class RefusedWordsTest {

    private static final String WORD = "绝密词";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    RefusedWords words;

    @Autowired
    JdbcClient jdbc;

    private final UUID operator = UUID.randomUUID();
    private TeamNeighbourhood home;

    @BeforeEach
    void aWordIsRefused() {
        home = neighbourhoods.found(1, 2);
        words.refuse(WORD, false, operator);
    }

    @AfterEach
    void aWordIsAllowed() {
        words.allow(WORD, operator);
    }

    @ParameterizedTest
    @ValueSource(strings = {"官方小李", "客 服", "ADMIN", "我是绝密词"})
    void nobodyIsCalledSo(String name) {
        var me = ApiClient.signUp(mvc);
        String before = read(me.get("/api/v1/members/me"), "$.name");

        var refused = me.put("/api/v1/members/me", "{\"name\":\"%s\"}".formatted(name));

        assertThat(refused).hasStatus(400);
        assertThat(ApiClient.<String>read(refused, "$.errors[0].field")).isEqualTo("name");
        assertThat(ApiClient.<String>read(me.get("/api/v1/members/me"), "$.name"))
                .isEqualTo(before);
    }

    @Test
    void aNoteOnAnOrderDoesNotSayIt() {
        var me = ApiClient.signUp(mvc);
        int orders = orders();

        var refused = open(me, "请写绝·密·词");

        assertThat(refused).hasStatus(400);
        assertThat(ApiClient.<String>read(refused, "$.errors[0].field")).isEqualTo("note");
        assertThat(ApiClient.<String>read(refused, "$.errors[0].message")).contains(WORD);
        assertThat(orders()).isEqualTo(orders);
    }

    @Test
    void whatIsRefusedInNamesOnlyMayBeWritten() {
        assertThat(open(ApiClient.signUp(mvc), "麻烦问下客服")).hasStatus(201);
    }

    private MvcTestResult open(ApiClient me, String note) {
        var wish = "{\"quantity\":1,\"whenFull\":\"REFUND\",\"pickupPoint\":\"%s\",\"note\":\"%s\"}";
        return me.post(
                "/api/v1/team-offers/" + home.offer().value() + "/teams",
                wish.formatted(home.point().id(), note));
    }

    private int orders() {
        return jdbc.sql("select count(*) from orders").query(Integer.class).single();
    }
}
