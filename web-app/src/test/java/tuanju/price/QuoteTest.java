package tuanju.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static tuanju.ApiClient.read;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.address.Door;
import tuanju.community.Code;
import tuanju.cycle.CycleRound;
import tuanju.cycle.ordering.CycleOrdering;
import tuanju.cycle.planning.CycleOpening;
import tuanju.member.SignedIn;

@WebTest
@DisplayName("What something would cost is said step by step before it is ordered, and stays with the order")
class QuoteTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    CycleOpening opening;

    @Autowired
    CycleOrdering ordering;

    @Autowired
    JdbcClient jdbc;

    private TeamNeighbourhood home;
    private ApiClient anna;
    private String cycle;
    private String eggs;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(1, 2);
        anna = ApiClient.signUp(mvc);
        var opened = opening.open(home.leader(), home.id(), CycleRound.eggs(home));
        cycle = opened.code().value();
        eggs = read(anna.get("/api/v1/cycles/" + cycle), "$.products[0].id");
    }

    @Test
    void ofACycleIsWhatItsOrderSaysThen() {
        var quoted = quote("\"cycle\":\"%s\",\"lines\":[{\"item\":\"%s\",\"pieces\":3}]".formatted(cycle, eggs));
        var wish = "{\"items\":[{\"product\":\"%s\",\"quantity\":3}],\"building\":\"3\",\"room\":\"501\"}";
        String order = read(anna.post("/api/v1/cycles/" + cycle + "/orders", wish.formatted(eggs)), "$.code");

        assertThat(body(quoted))
                .isEqualTo("{\"goodsFen\":8970,\"discounts\":[],\"payableFen\":8970,"
                        + "\"tenders\":[{\"kind\":\"PROVIDER\",\"amountFen\":8970}],\"refused\":[]}");
        Map<String, Object> price = JsonPath.read(body(anna.get("/api/v1/orders/" + order)), "$.price");
        assertThat(price)
                .containsEntry("goodsFen", 8970)
                .containsEntry("payableFen", 8970)
                .containsEntry("discounts", List.of())
                .containsEntry("tenders", List.of(Map.of("kind", "PROVIDER", "amountFen", 8970)));
    }

    @Test
    void ofAnOfferAndATeamIsTheTeamPrice() {
        var wish = "{\"quantity\":1,\"whenFull\":\"REFUND\",\"pickupPoint\":\"%s\"}"
                .formatted(home.point().id());
        String team = read(anna.post("/api/v1/team-offers/" + home.offer() + "/teams", wish), "$.team.code");
        long price = jdbc.sql("select price_fen from team where code = ?")
                .param(team)
                .query(Long.class)
                .single();

        var ofOffer = quote("\"offer\":\"%s\",\"lines\":[{\"pieces\":2}]".formatted(home.offer()));
        var ofTeam = quote("\"team\":\"%s\",\"lines\":[{\"pieces\":2}]".formatted(team));

        assertThat(JsonPath.<Integer>read(body(ofOffer), "$.payableFen")).isEqualTo((int) (2 * price));
        assertThat(body(ofTeam)).isEqualTo(body(ofOffer));
    }

    @Test
    @DisplayName(
            "a coupon, which is not there yet, and more credit than there is are refused by a sentence and the price stays")
    void whatIsNotThereYetIsRefusedByASentence() {
        var quoted = quote(
                "\"cycle\":\"%s\",\"lines\":[{\"item\":\"%s\",\"pieces\":1}],\"coupons\":[\"NEW10\"],\"walletFen\":500"
                        .formatted(cycle, eggs));

        assertThat(JsonPath.<Integer>read(body(quoted), "$.payableFen")).isEqualTo(2990);
        assertThat(JsonPath.<List<String>>read(body(quoted), "$.refused[*].what"))
                .containsExactly("coupon", "wallet");
        assertThat(JsonPath.<List<String>>read(body(quoted), "$.refused[*].reason"))
                .satisfiesExactly(
                        it -> assertThat(it).contains("NEW10"),
                        it -> assertThat(it).contains("余额只有 ¥0.00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"lines\":[{\"pieces\":1}]",
                "\"cycle\":\"CYCLE\",\"offer\":\"CYCLE\",\"lines\":[{\"pieces\":1}]",
                "\"cycle\":\"CYCLE\"",
                "\"cycle\":\"CYCLE\",\"lines\":[]",
                "\"cycle\":\"CYCLE\",\"lines\":[null]",
                "\"cycle\":\"CYCLE\",\"lines\":[{\"pieces\":1}]",
                "\"cycle\":\"CYCLE\",\"lines\":[{\"item\":\"EGGS\"}]",
                "\"cycle\":\"CYCLE\",\"lines\":[{\"item\":\"EGGS\",\"pieces\":0}]",
                "\"cycle\":\"CYCLE\",\"lines\":[{\"item\":\"EGGS\",\"pieces\":-1}]",
                "\"cycle\":\"CYCLE\",\"lines\":[{\"item\":\"EGGS\",\"pieces\":1000}]",
                "\"cycle\":\"CYCLE\",\"lines\":[{\"item\":\"EGGS\",\"pieces\":1},{\"item\":\"EGGS\",\"pieces\":1}]",
                "\"cycle\":\"CYCLE\",\"lines\":[{\"item\":\"0192f000-0000-7000-8000-000000000001\",\"pieces\":1}]",
                "\"cycle\":\"CYCLE\",\"lines\":[{\"item\":\"EGGS\",\"pieces\":1}],\"coupons\":[null]",
                "\"cycle\":\"CYCLE\",\"lines\":[{\"item\":\"EGGS\",\"pieces\":1}],\"walletFen\":-1"
            })
    @DisplayName("A-20 what cannot be read is refused, and so is a price that the client names")
    void whatCannotBeReadIsRefused(String wanted) {
        assertThat(anna.post(
                        "/api/v1/quotes", "{" + wanted.replace("CYCLE", cycle).replace("EGGS", eggs) + "}"))
                .hasStatus(400);
        assertThat(anna.post("/api/v1/quotes", "{\"cycle\":\"" + cycle + "\",\"payableFen\":1}"))
                .hasStatus(400);
    }

    @Test
    void ofAPlaceThatIsNotThereIsNotFound() {
        var nowhere = cycle.substring(0, 4) + "0000000000";
        assertThat(anna.post("/api/v1/quotes", "{\"cycle\":\"" + nowhere + "\",\"lines\":[{\"pieces\":1}]}"))
                .hasStatus(404);
        assertThat(anna.post("/api/v1/quotes", "{\"team\":\"" + UUID.randomUUID() + "\",\"lines\":[{\"pieces\":1}]}"))
                .hasStatus(404);
    }

    @Test
    @DisplayName("the pages of a check-out and of an order say why this price, without script too")
    void pagesSayWhyThisPrice() {
        var product = jdbc.sql(
                        "select p.id from cycle_product p join order_cycle c on c.id = p.cycle_id where c.code = ?")
                .param(cycle)
                .query(UUID.class)
                .single();
        var wish = new CycleOrdering.Wish(Map.of(product, 3), Door.of("86", "801"), "");
        var order = ordering.order(home.member(0), new Code(cycle), wish).code();

        assertThat(seen("/orders/" + order)).contains("价格怎么来的", "商品", "¥89.70", "支付渠道付");
        assertThat(seen("/checkout/offers/" + home.offer() + "?quantity=2")).contains("data-goods", "应付", "支付渠道付");
    }

    private String seen(String path) {
        var me = new SignedIn(home.member(0), "小李", false);
        var answer = mvc.get()
                .uri(path)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(authentication(new UsernamePasswordAuthenticationToken(me, null, List.of())))
                .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult quote(String wanted) {
        var answer = anna.post("/api/v1/quotes", "{" + wanted + "}");
        assertThat(answer).hasStatusOk();
        return answer;
    }

    private static String body(MvcTestResult answer) {
        return ApiClient.body(answer);
    }
}
