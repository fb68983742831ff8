package tuanju.teambuy;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import support.Invariants;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.community.Code;

/** The shopper's day over the API, and what bad input gets. */
@WebTest
class TeamBuyApiTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    Till till;

    @Autowired
    JdbcClient jdbc;

    private TeamNeighbourhood home;
    private ApiClient anna;
    private ApiClient bert;
    private ApiClient stranger;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(1, 2);
        anna = ApiClient.signUp(mvc);
        bert = ApiClient.signUp(mvc);
        stranger = ApiClient.stranger(mvc);
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    @Test
    void aTeamIsOpenedJoinedPaidAndFormed() {
        assertThat(read(
                        "$.items[0].code",
                        stranger.get(
                                "/api/v1/team-offers?community=" + home.card().shortCode())))
                .isEqualTo(home.offer().value());
        var opened = anna.post("/api/v1/team-offers/" + home.offer() + "/teams", wish("1"));
        assertThat(opened).hasStatus(201);
        String team = read("$.team.code", opened);
        var joined = bert.post("/api/v1/teams/" + team + "/seats", wish("2"));
        assertThat(joined).hasStatus(201);
        assertThat(JsonPath.<Integer>read(body(joined), "$.order.amountFen")).isEqualTo(2 * 39_90);
        pay(read("$.order.code", opened), anna);
        pay(read("$.order.code", joined), bert);

        var card = stranger.get("/api/v1/teams/" + team);
        assertThat(read("$.status", card)).isEqualTo("FORMED");
        assertThat(body(card)).doesNotContain("小李", "\"phone\"");
        assertThat(read("$.items[0].status", anna.get("/api/v1/orders"))).isEqualTo("CONFIRMED");
        var order = anna.get("/api/v1/orders/" + read("$.order.code", opened));
        assertThat(JsonPath.<String>read(body(order), "$.pickupCode")).hasSize(6);
        assertThat(JsonPath.<Integer>read(body(order), "$.timeline.length()")).isEqualTo(3);
    }

    @Test
    @DisplayName("W-41 whoever knows nothing but the name of the place joins with what the API says itself")
    void aStrangerFindsTheirWayIn() {
        var place = home.card().name();
        var found = stranger.get("/api/v1/communities?q=" + place);
        assertThat(JsonPath.<Boolean>read(body(found), "$.items[0].mine")).isFalse();
        String offer = read(
                "$.items[0].code", stranger.get("/api/v1/team-offers?community=" + read("$.items[0].code", found)));
        String point = read("$.pickupPoints[0].id", stranger.get("/api/v1/team-offers/" + offer));
        var opened = anna.post("/api/v1/team-offers/" + offer + "/teams", wishAt(point));
        assertThat(opened).hasStatus(201);
        String there = read("$.pickupPoints[0].id", stranger.get("/api/v1/teams/" + read("$.team.code", opened)));
        assertThat(bert.post("/api/v1/teams/" + read("$.team.code", opened) + "/seats", wishAt(there)))
                .hasStatus(201);
        assertThat(read("$.items[0].name", anna.get("/api/v1/communities?mine=true")))
                .isEqualTo(place);
        assertThat(JsonPath.<Integer>read(body(stranger.get("/api/v1/communities?mine=true")), "$.items.length()"))
                .isZero();
    }

    @Test
    @DisplayName("W-42 somebody buys alone over the API, at that price, once for one key")
    void oneBuysAlone() {
        var path = "/api/v1/team-offers/" + home.offer() + "/orders";
        var wish = "{\"quantity\":2,\"pickupPoint\":\"" + home.point().id() + "\"}";
        var key = UUID.randomUUID().toString();
        var bought = anna.post(path, wish, key);
        assertThat(bought).hasStatus(201);
        assertThat(body(anna.post(path, wish, key))).isEqualTo(body(bought));
        assertThat(JsonPath.<Integer>read(body(bought), "$.amountFen"))
                .isEqualTo(2
                        * JsonPath.<Integer>read(
                                body(stranger.get("/api/v1/team-offers/" + home.offer())), "$.alonePriceFen"));
        assertThat(ordersHere()).isOne();
        assertThat(read("$.errors[0].field", anna.post(path, "{}"))).isEqualTo("pickupPoint");
        pay(read("$.code", bought), anna);
        assertThat(read("$.items[0].status", anna.get("/api/v1/orders"))).isEqualTo("CONFIRMED");
    }

    @Test
    @DisplayName("W-42 whoever has paid leaves a team before it forms over the API, and nobody who has no seat does")
    void oneLeaves() {
        var opened = anna.post("/api/v1/team-offers/" + home.offer() + "/teams", wish("1"));
        pay(read("$.order.code", opened), anna);
        var seat = "/api/v1/teams/" + read("$.team.code", opened) + "/seats/mine";
        assertThat(bert.delete(seat)).hasStatus(409);
        assertThat(anna.delete(seat)).hasStatus(204);
        assertThat(read("$.status", stranger.get("/api/v1/teams/" + read("$.team.code", opened))))
                .isEqualTo("LAPSED");
    }

    private static String wishAt(String point) {
        return "{\"quantity\":1,\"whenFull\":\"REFUND\",\"pickupPoint\":\"" + point + "\"}";
    }

    @Test
    @DisplayName("I-D1 A-26 the same key joins once and says so; another wish under it is refused, another person's is"
            + " theirs")
    void theSameKeyJoinsOnce() {
        var key = UUID.randomUUID().toString();
        var first = open(anna, wish("1"), key);
        var again = open(anna, wish("1"), key);
        assertThat(again).hasStatus(201).hasHeader("Idempotent-Replayed", "true");
        assertThat(body(again)).isEqualTo(body(first));
        assertThat(open(anna, wish("2"), key)).hasStatus(422);
        assertThat(open(bert, wish("1"), key)).hasStatus(201).doesNotContainHeader("Idempotent-Replayed");
        assertThat(type(anna.post("/api/v1/team-offers/" + home.offer() + "/teams", wish("1"))))
                .isEqualTo("urn:tuanju:problem:already-in-team");
    }

    @Test
    @DisplayName("W-01 a repeat whose answer cannot be read any more is told that it is done, and nobody joins twice")
    void anUnreadableAnswerSaysThatItIsDone() {
        var key = UUID.randomUUID().toString();
        open(anna, wish("1"), key);
        jdbc.sql("update command_key set answer = '[\"no answer\"]' where key = ?")
                .param(key)
                .update();
        var again = open(anna, wish("1"), key);
        assertThat(again).hasStatus(410);
        assertThat(type(again)).isEqualTo("urn:tuanju:problem:answer-lost");
        assertThat(JsonPath.<Integer>read(body(anna.get("/api/v1/orders")), "$.items.length()"))
                .isOne();
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
        var refused = anna.post("/api/v1/team-offers/" + home.offer() + "/teams", wish(quantity));
        assertThat(refused).hasStatus(400).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(read("$.errors[0].field", refused)).isEqualTo(field);
        assertThat(ordersHere()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A-20 A-24 a price sent by a client and any unknown field is refused by name")
    @CsvSource({"priceFen", "price", "amountFen", "memberId", "status"})
    void unknownFieldsAreRefusedByName(String field) {
        var body = wish("1").replace("{", "{\"" + field + "\":1,");
        var refused = anna.post("/api/v1/team-offers/" + home.offer() + "/teams", body);
        assertThat(refused).hasStatus(400);
        assertThat(read("$.errors[0].field", refused)).isEqualTo(field);
        assertThat(ordersHere()).isZero();
    }

    @Test
    void aWishNamesItsChoiceAndItsPickupPoint() {
        var nowhere = wish("1")
                .replace(home.point().id().toString(), UUID.randomUUID().toString());
        assertThat(read("$.errors[0].field", anna.post("/api/v1/team-offers/" + home.offer() + "/teams", nowhere)))
                .isEqualTo("pickupPoint");
        var undecided = wish("1").replace("\"whenFull\":\"REFUND\",", "");
        assertThat(read("$.errors[0].field", anna.post("/api/v1/team-offers/" + home.offer() + "/teams", undecided)))
                .isEqualTo("whenFull");
        assertThat(ordersHere()).isZero();
    }

    @Test
    @DisplayName("R-17 another price than the one shown is a conflict, not a charge")
    void theShownPriceIsTheCharge() {
        var seen = wish("1").replace("{", "{\"shownPriceFen\":3890,");
        var refused = anna.post("/api/v1/team-offers/" + home.offer() + "/teams", seen);
        assertThat(refused).hasStatus(409);
        assertThat(type(refused)).isEqualTo("urn:tuanju:problem:price-changed");
    }

    @Test
    @DisplayName("I-Z2 another person's order looks like none")
    void anotherPersonsOrderLooksLikeNone() {
        String order = read("$.order.code", anna.post("/api/v1/team-offers/" + home.offer() + "/teams", wish("1")));
        assertThat(bert.get("/api/v1/orders/" + order)).hasStatus(404);
        assertThat(bert.delete("/api/v1/orders/" + order)).hasStatus(404);
        assertThat(bert.post("/api/v1/orders/" + order + "/payments", "{\"provider\":\"offline\"}"))
                .hasStatus(404);
        assertThat(anna.get("/api/v1/orders/not-a-code")).hasStatus(404);
        assertThat(stranger.get("/api/v1/orders/" + order)).hasStatus(401);
    }

    @Test
    @DisplayName("A-23 an unpaid order is cancelled once and frees its seat; nobody pays what was cancelled")
    void anUnpaidOrderIsCancelledOnceAndFreesItsSeat() {
        var opened = anna.post("/api/v1/team-offers/" + home.offer() + "/teams", wish("1"));
        String order = read("$.order.code", opened);
        assertThat(anna.delete("/api/v1/orders/" + order)).hasStatus(204);
        assertThat(anna.delete("/api/v1/orders/" + order)).hasStatus(204);
        assertThat(JsonPath.<Integer>read(
                        body(stranger.get("/api/v1/teams/" + read("$.team.code", opened))), "$.seatsTaken"))
                .isZero();
        assertThat(anna.post("/api/v1/orders/" + order + "/payments", "{\"provider\":\"offline\"}"))
                .hasStatus(409);
    }

    @Test
    @DisplayName("A-31 the team of one offer cannot be joined under another, nor an invented one at all")
    void aTeamBelongsToItsOffer() {
        String team = read("$.team.code", anna.post("/api/v1/team-offers/" + home.offer() + "/teams", wish("1")));
        assertThat(bert.post("/api/v1/team-offers/" + team + "/teams", wish("1")))
                .hasStatus(404);
        assertThat(bert.post("/api/v1/teams/" + home.offer() + "/seats", wish("1")))
                .hasStatus(404);
        assertThat(bert.post("/api/v1/teams/" + home.card().shortCode() + "0000000000/seats", wish("1")))
                .hasStatus(404);
        assertThat(stranger.post("/api/v1/teams/" + team + "/seats", wish("1"))).hasStatus(401);
    }

    @Test
    void aProviderIsChosenFromThoseThereAre() {
        String order = read("$.order.code", anna.post("/api/v1/team-offers/" + home.offer() + "/teams", wish("1")));
        for (var chosen : new String[] {"\"gold\"", "null"}) {
            var refused = anna.post("/api/v1/orders/" + order + "/payments", "{\"provider\":" + chosen + "}");
            assertThat(refused).hasStatus(400);
            assertThat(read("$.errors[0].field", refused)).isEqualTo("provider");
            assertThat(read("$.errors[0].message", refused)).as(chosen).contains("sandbox", "offline");
        }
    }

    @Test
    void offersComePageByPage() {
        for (int i = 0; i < 21; i++) {
            neighbourhoods.offer(home, 30_00 + i, 3);
        }
        var first = stranger.get("/api/v1/team-offers?community=" + home.card().shortCode());
        assertThat(JsonPath.<Integer>read(body(first), "$.items.length()")).isEqualTo(20);
        var second = stranger.get(
                "/api/v1/team-offers?community=" + home.card().shortCode() + "&after=" + read("$.next", first));
        assertThat(JsonPath.<Integer>read(body(second), "$.items.length()")).isEqualTo(2);
        assertThat(read("$.items[1].code", second)).isEqualTo(home.offer().value());
        assertThat(stranger.get("/api/v1/team-offers?community=ZZZZ")).hasStatus(404);
        assertThat(stranger.get("/api/v1/team-offers")).hasStatus(400);
    }

    private void pay(String order, ApiClient member) {
        assertThat(member.post("/api/v1/orders/" + order + "/payments", "{\"provider\":\"offline\"}"))
                .hasStatus(201);
        till.receive(home.id(), new Code(order), home.leader());
    }

    private String wish(String quantity) {
        return "{\"quantity\":%s,\"whenFull\":\"REFUND\",\"pickupPoint\":\"%s\"}"
                .formatted(quantity, home.point().id());
    }

    private MvcTestResult open(ApiClient member, String body, String key) {
        return member.post("/api/v1/team-offers/" + home.offer() + "/teams", body, key);
    }

    private int ordersHere() {
        return jdbc.sql("select count(*) from orders where community_id = ?")
                .param(home.id().value())
                .query(Integer.class)
                .single();
    }

    private static String type(MvcTestResult result) {
        return read("$.type", result);
    }

    private static String read(String path, MvcTestResult result) {
        return ApiClient.read(result, path);
    }

    private static String body(MvcTestResult result) {
        return ApiClient.body(result);
    }
}
