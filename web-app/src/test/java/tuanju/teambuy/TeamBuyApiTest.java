package tuanju.teambuy;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import support.Invariants;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Till;
import tuanju.WebTest;
import tuanju.community.Code;

/** The shopper's day over the API, and what bad input gets. */
@WebTest
@Import({Neighbourhoods.class, Till.class})
class TeamBuyApiTest {

    private static final String PASSWORD = "lantern over the river";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    Till till;

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood home;
    private String anna;
    private String bert;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(1, 2);
        anna = signUp();
        bert = signUp();
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    @Test
    void aTeamIsOpenedJoinedPaidAndFormed() {
        assertThat(read(
                        "$.items[0].code",
                        get("/api/v1/team-offers?community=" + home.card().shortCode(), null)))
                .isEqualTo(home.offer().value());
        var opened = post("/api/v1/team-offers/" + home.offer() + "/teams", anna, wish("1"));
        assertThat(opened).hasStatus(201);
        String team = read("$.team.code", opened);
        var joined = post("/api/v1/teams/" + team + "/seats", bert, wish("2"));
        assertThat(joined).hasStatus(201);
        assertThat(JsonPath.<Integer>read(body(joined), "$.order.amountFen")).isEqualTo(2 * 39_90);
        pay(read("$.order.code", opened), anna);
        pay(read("$.order.code", joined), bert);

        var card = get("/api/v1/teams/" + team, null);
        assertThat(read("$.status", card)).isEqualTo("FORMED");
        assertThat(body(card)).doesNotContain("小李", "\"phone\"");
        assertThat(read("$.items[0].status", get("/api/v1/orders", anna))).isEqualTo("CONFIRMED");
        var order = get("/api/v1/orders/" + read("$.order.code", opened), anna);
        assertThat(JsonPath.<String>read(body(order), "$.pickupCode")).hasSize(6);
        assertThat(JsonPath.<Integer>read(body(order), "$.timeline.length()")).isEqualTo(3);
    }

    @Test
    @DisplayName("I-D1 the same key joins once and says so")
    void theSameKeyJoinsOnce() {
        var key = UUID.randomUUID().toString();
        var first = open(anna, wish("1"), key);
        var again = open(anna, wish("1"), key);
        assertThat(again).hasStatus(201).hasHeader("Idempotent-Replayed", "true");
        assertThat(body(again)).isEqualTo(body(first));
        assertThat(open(anna, wish("2"), key)).hasStatus(422);
        assertThat(type(open(anna, wish("1"), null))).isEqualTo("urn:tuanju:problem:already-in-team");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A-21 a bad quantity is refused by name and keeps nothing")
    @CsvSource(
            delimiter = ' ',
            value = {
                "0 quantity",
                "-1 quantity",
                "1.5 quantity",
                "1000000000 quantity",
                "1e9 quantity",
                "\"１\" quantity",
                "\"1\" quantity",
                "null quantity",
                "99999999999999999999 quantity"
            },
            quoteCharacter = '\'')
    void badQuantitiesAreRefusedByName(String quantity, String field) {
        var refused = post("/api/v1/team-offers/" + home.offer() + "/teams", anna, wish(quantity));
        assertThat(refused).hasStatus(400).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(read("$.errors[0].field", refused)).isEqualTo(field);
        assertThat(ordersHere()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A-22 a price sent by a client and any unknown field is refused by name")
    @CsvSource({"priceFen", "price", "amountFen", "memberId", "status"})
    void unknownFieldsAreRefusedByName(String field) {
        var body = wish("1").replace("{", "{\"" + field + "\":1,");
        var refused = post("/api/v1/team-offers/" + home.offer() + "/teams", anna, body);
        assertThat(refused).hasStatus(400);
        assertThat(read("$.errors[0].field", refused)).isEqualTo(field);
        assertThat(ordersHere()).isZero();
    }

    @Test
    void aWishNamesItsChoiceAndItsPickupPoint() {
        var nowhere = wish("1")
                .replace(home.point().id().toString(), UUID.randomUUID().toString());
        assertThat(read("$.errors[0].field", post("/api/v1/team-offers/" + home.offer() + "/teams", anna, nowhere)))
                .isEqualTo("pickupPoint");
        var undecided = wish("1").replace("\"whenFull\":\"REFUND\",", "");
        assertThat(read("$.errors[0].field", post("/api/v1/team-offers/" + home.offer() + "/teams", anna, undecided)))
                .isEqualTo("whenFull");
        assertThat(ordersHere()).isZero();
    }

    @Test
    @DisplayName("R-17 another price than the one shown is a conflict, not a charge")
    void theShownPriceIsTheCharge() {
        var seen = wish("1").replace("{", "{\"shownPriceFen\":3890,");
        var refused = post("/api/v1/team-offers/" + home.offer() + "/teams", anna, seen);
        assertThat(refused).hasStatus(409);
        assertThat(type(refused)).isEqualTo("urn:tuanju:problem:price-changed");
    }

    @Test
    @DisplayName("I-Z2 another person's order looks like none")
    void anotherPersonsOrderLooksLikeNone() {
        String order = read("$.order.code", post("/api/v1/team-offers/" + home.offer() + "/teams", anna, wish("1")));
        assertThat(get("/api/v1/orders/" + order, bert)).hasStatus(404);
        assertThat(delete("/api/v1/orders/" + order, bert)).hasStatus(404);
        assertThat(post("/api/v1/orders/" + order + "/payments", bert, "{\"provider\":\"offline\"}"))
                .hasStatus(404);
        assertThat(get("/api/v1/orders/not-a-code", anna)).hasStatus(404);
        assertThat(get("/api/v1/orders/" + order, null)).hasStatus(401);
    }

    @Test
    void anUnpaidOrderIsCancelledOnceAndFreesItsSeat() {
        var opened = post("/api/v1/team-offers/" + home.offer() + "/teams", anna, wish("1"));
        String order = read("$.order.code", opened);
        assertThat(delete("/api/v1/orders/" + order, anna)).hasStatus(204);
        assertThat(delete("/api/v1/orders/" + order, anna)).hasStatus(204);
        assertThat(JsonPath.<Integer>read(
                        body(get("/api/v1/teams/" + read("$.team.code", opened), null)), "$.seatsTaken"))
                .isZero();
        assertThat(post("/api/v1/orders/" + order + "/payments", anna, "{\"provider\":\"offline\"}"))
                .hasStatus(409);
    }

    @Test
    @DisplayName("A-31 the team of one offer cannot be joined under another, nor an invented one at all")
    void aTeamBelongsToItsOffer() {
        String team = read("$.team.code", post("/api/v1/team-offers/" + home.offer() + "/teams", anna, wish("1")));
        assertThat(post("/api/v1/team-offers/" + team + "/teams", bert, wish("1")))
                .hasStatus(404);
        assertThat(post("/api/v1/teams/" + home.offer() + "/seats", bert, wish("1")))
                .hasStatus(404);
        assertThat(post("/api/v1/teams/" + home.card().shortCode() + "0000000000/seats", bert, wish("1")))
                .hasStatus(404);
        assertThat(post("/api/v1/teams/" + team + "/seats", null, wish("1"))).hasStatus(401);
    }

    @Test
    void aProviderIsChosenFromThoseThereAre() {
        String order = read("$.order.code", post("/api/v1/team-offers/" + home.offer() + "/teams", anna, wish("1")));
        var refused = post("/api/v1/orders/" + order + "/payments", anna, "{\"provider\":\"gold\"}");
        assertThat(refused).hasStatus(400);
        assertThat(read("$.errors[0].field", refused)).isEqualTo("provider");
    }

    @Test
    void offersComePageByPage() {
        for (int i = 0; i < 21; i++) {
            neighbourhoods.offer(home, 30_00 + i, 3);
        }
        var first = get("/api/v1/team-offers?community=" + home.card().shortCode(), null);
        assertThat(JsonPath.<Integer>read(body(first), "$.items.length()")).isEqualTo(20);
        var second = get(
                "/api/v1/team-offers?community=" + home.card().shortCode() + "&after=" + read("$.next", first), null);
        assertThat(JsonPath.<Integer>read(body(second), "$.items.length()")).isEqualTo(2);
        assertThat(read("$.items[1].code", second)).isEqualTo(home.offer().value());
        assertThat(get("/api/v1/team-offers?community=ZZZZ", null)).hasStatus(404);
        assertThat(get("/api/v1/team-offers", null)).hasStatus(400);
    }

    private void pay(String order, String token) {
        assertThat(post("/api/v1/orders/" + order + "/payments", token, "{\"provider\":\"offline\"}"))
                .hasStatus(201);
        till.receive(home.id(), new Code(order), home.leader());
    }

    private String wish(String quantity) {
        return "{\"quantity\":%s,\"whenFull\":\"REFUND\",\"pickupPoint\":\"%s\"}"
                .formatted(quantity, home.point().id());
    }

    private MvcTestResult open(String token, String body, @Nullable String key) {
        var request = mvc.post()
                .uri("/api/v1/team-offers/" + home.offer() + "/teams")
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
    }

    private MvcTestResult post(String uri, @Nullable String token, String body) {
        var request =
                mvc.post().uri(uri).contentType(MediaType.APPLICATION_JSON).content(body);
        return (token == null ? request : request.header("Authorization", "Bearer " + token)).exchange();
    }

    private MvcTestResult get(String uri, @Nullable String token) {
        return ask(HttpMethod.GET, uri, token);
    }

    private MvcTestResult delete(String uri, @Nullable String token) {
        return ask(HttpMethod.DELETE, uri, token);
    }

    private MvcTestResult ask(HttpMethod method, String uri, @Nullable String token) {
        var request = mvc.method(method).uri(uri);
        return (token == null ? request : request.header("Authorization", "Bearer " + token)).exchange();
    }

    private int ordersHere() {
        return jdbc.sql("select count(*) from orders where community_id = ?")
                .param(home.id().value())
                .query(Integer.class)
                .single();
    }

    private String signUp() {
        var phone = "15" + "%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000));
        var who = "{\"phone\":\"%s\",\"password\":\"%s\"".formatted(phone, PASSWORD);
        assertThat(post("/api/v1/members", null, who + ",\"name\":\"小李\"}")).hasStatus(201);
        return read("$.token", post("/api/v1/tokens", null, who + "}"));
    }

    private static String type(MvcTestResult result) {
        return read("$.type", result);
    }

    private static String read(String path, MvcTestResult result) {
        return JsonPath.read(body(result), path);
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
