package tuanju.link;

import static org.assertj.core.api.Assertions.assertThat;
import static tuanju.ApiClient.body;
import static tuanju.ApiClient.read;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
import support.Together;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.community.Code;
import tuanju.cycle.CycleRound;
import tuanju.cycle.planning.CycleOpening;
import tuanju.order.OrderStatus;

@WebTest
@DisplayName("A link says who shared, an order keeps the one its buyer came by")
class LinksTest {

    private static final String NONE = "[null]";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    CycleOpening opening;

    @Autowired
    Till till;

    @Autowired
    JdbcClient jdbc;

    private TeamNeighbourhood home;
    private ApiClient anna;
    private ApiClient bert;
    private String team;
    private String link;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(1, 3);
        anna = ApiClient.signUp(mvc);
        bert = ApiClient.signUp(mvc);
        team = read(anna.post("/api/v1/team-offers/" + home.offer() + "/teams", wish(null)), "$.team.code");
        link = make(anna, "team", team);
    }

    @Test
    void theOrderNamesTheSharerByWhatStrangersSeeAndNoMore() {
        var order = join(bert, link);

        var shown = bert.get("/api/v1/orders/" + order);
        assertThat((String) read(shown, "$.attribution.link")).isEqualTo(link);
        assertThat((String) read(shown, "$.attribution.sharer")).isEqualTo("小＊");
        assertThat(JsonPath.<Map<String, Object>>read(body(shown), "$.attribution"))
                .containsOnlyKeys("link", "sharer", "at");
    }

    @Test
    void whoSharedSeesWhatCameOfItAndNobodyElseDoes() {
        var first = join(bert, link);
        join(ApiClient.signUp(mvc), link);
        pay(bert, first);

        var own = anna.get("/api/v1/links");
        assertThat(JsonPath.<Integer>read(body(own), "$.items[0].orders")).isEqualTo(2);
        assertThat(JsonPath.<Integer>read(body(own), "$.items[0].paidOrders")).isOne();
        assertThat(JsonPath.<Integer>read(body(own), "$.items[0].paidFen"))
                .isEqualTo((int) TeamNeighbourhoods.TEAM_FEN);
        assertThat(body(own)).doesNotContain(first, "小李");
        assertThat(body(bert.get("/api/v1/links"))).isEqualTo("{\"items\":[],\"next\":null}");
        assertThat(bert.delete("/api/v1/links/" + link)).hasStatus(404);
    }

    @Test
    void whatDoesNotCountKeepsNobodyFromBuying() {
        var elsewhere = neighbourhoods.found(1, 3);
        var other = ApiClient.signUp(mvc);
        var ofAnother = make(other, "offer", elsewhere.offer().value());
        var changed = link.substring(0, 13) + (link.endsWith("0") ? "1" : "0");
        var withdrawn = make(other, "team", team);
        assertThat(other.delete("/api/v1/links/" + withdrawn)).hasStatus(204);
        var own = make(bert, "team", team);

        for (var from : List.of(ofAnother, changed, withdrawn, own, "", "no code", "<script>")) {
            String order = read(bert.post("/api/v1/team-offers/" + home.offer() + "/orders", alone(from)), "$.code");
            assertThat(attribution(bert, order)).as(from).isEqualTo(NONE);
            assertThat(bert.delete("/api/v1/orders/" + order)).hasStatus(204);
        }
    }

    @Test
    void anOrderInACycleKeepsItsLinkToo() {
        var cycle = opening.open(home.leader(), home.id(), CycleRound.eggs(home))
                .code()
                .value();
        String eggs = read(anna.get("/api/v1/cycles/" + cycle), "$.products[0].id");
        var shared = make(anna, "cycle", cycle);
        var wanted =
                "{\"items\":[{\"product\":\"%s\",\"quantity\":1}],\"building\":\"3\",\"room\":\"501\",\"from\":\"%s\"}";

        String order = read(bert.post("/api/v1/cycles/" + cycle + "/orders", wanted.formatted(eggs, shared)), "$.code");

        assertThat(attribution(bert, order)).contains(shared);
    }

    @Test
    void isRemovedUntilItIsPaidAndNotAfter() {
        var removed = join(bert, link);
        assertThat(bert.delete("/api/v1/orders/" + removed + "/attribution")).hasStatus(204);
        assertThat(attribution(bert, removed)).isEqualTo(NONE);
        assertThat(bert.delete("/api/v1/orders/" + removed + "/attribution")).hasStatus(204);

        var cara = ApiClient.signUp(mvc);
        var kept = join(cara, link);
        assertThat(bert.delete("/api/v1/orders/" + kept + "/attribution")).hasStatus(404);
        pay(cara, kept);
        assertThat(cara.delete("/api/v1/orders/" + kept + "/attribution")).hasStatus(409);
        assertThat(attribution(cara, kept)).contains(link);
    }

    @Test
    @DisplayName(
            "I-T2 of a payment and a removal at once either the removal was first, or it is refused and the link stays")
    void paidAndRemovedAtOnce() {
        IntStream.range(0, 4).forEach(round -> {
            var buyer = ApiClient.signUp(mvc);
            String order = read(buyer.post("/api/v1/team-offers/" + home.offer() + "/orders", alone(link)), "$.code");
            assertThat(buyer.post("/api/v1/orders/" + order + "/payments", "{\"provider\":\"offline\"}"))
                    .hasStatus(201);

            var outcomes = Together.<Integer>run(List.<Callable<Integer>>of(
                    () -> buyer.delete("/api/v1/orders/" + order + "/attribution")
                            .getResponse()
                            .getStatus(),
                    () -> {
                        till.receive(home.id(), new Code(order), home.leader());
                        return 0;
                    }));

            assertThat(outcomes).allMatch(Together.Outcome::succeeded);
            var answer = outcomes.getFirst().value();
            assertThat(answer).isIn(204, 409);
            assertThat(attribution(buyer, order).equals(NONE)).isEqualTo(answer != null && answer == 204);
            assertThat(till.statusOf(new Code(order))).isNotEqualTo(OrderStatus.PLACED);
        });
    }

    @Test
    void askedForTwiceItIsTheSameLinkAndAnotherOnAnotherChannel() {
        assertThat(make(anna, "team", team))
                .isEqualTo(link)
                .startsWith(home.card().shortCode());
        var group = anna.post("/api/v1/links", wanted("team", team).replace("}}", "},\"channel\":\"楼群\"}"));
        assertThat((String) read(group, "$.code")).isNotEqualTo(link);
        assertThat((String) read(group, "$.url")).endsWith("/t/" + team + "?from=" + read(group, "$.code"));

        assertThat(anna.delete("/api/v1/links/" + link)).hasStatus(204);
        assertThat(make(anna, "team", team)).isNotEqualTo(link);
    }

    @Test
    void leadsOnlyToWhatIsThere() {
        assertThat(anna.post("/api/v1/links", wanted("team", home.card().shortCode() + "0000000000")))
                .hasStatus(404);
        assertThat(anna.post("/api/v1/links", wanted("offer", team))).hasStatus(404);
        assertThat(anna.post("/api/v1/links", wanted("shelf", team))).hasStatus(400);
        var tooLong = wanted("team", team).replace("}}", "},\"channel\":\"" + "群".repeat(41) + "\"}");
        assertThat(anna.post("/api/v1/links", tooLong)).hasStatus(400);
    }

    @Test
    void aVisitRemembersTheLastLinkThatCountsAndEndsWithTheBrowser() {
        var cookie = "from-" + home.card().shortCode();
        var seen = mvc.get().uri("/t/" + team + "?from=" + link).exchange().getResponse();
        assertThat(seen.getHeader("Set-Cookie"))
                .contains(cookie + "=" + link, "HttpOnly", "SameSite=Lax")
                .doesNotContain("Max-Age", "Expires");

        var own = make(bert, "team", team);
        for (var from : List.of(own, link.substring(0, 13) + "*", "nothing")) {
            assertThat(bert.get("/t/" + team + "?from=" + from)).hasStatusOk();
        }
        assertThat(anna.delete("/api/v1/links/" + link)).hasStatus(204);
        assertThat(mvc.get()
                        .uri("/t/" + team + "?from=" + link)
                        .exchange()
                        .getResponse()
                        .getCookie(cookie))
                .isNull();
    }

    @Test
    @DisplayName("I-T1 the table itself refuses a second link of an order, and the buyer's own")
    void theTableRefuses() {
        var order = join(bert, link);
        var again = "insert into attribution select community_id, order_id, link_id, sharer_id, %s from attribution"
                + " where order_id = '" + till.idOf(new Code(order)) + "'";

        assertThat(refused(again.formatted("buyer_id"))).isTrue();
        assertThat(refused(again.formatted("sharer_id").replace("order_id,", "uuidv7(),")))
                .isTrue();
    }

    private boolean refused(String insert) {
        try {
            return jdbc.sql(insert).update() < 0;
        } catch (DataIntegrityViolationException kept) {
            return true;
        }
    }

    private String join(ApiClient buyer, String from) {
        var joined = buyer.post("/api/v1/teams/" + team + "/seats", wish(from));
        assertThat(joined).hasStatus(201);
        return read(joined, "$.order.code");
    }

    private void pay(ApiClient buyer, String order) {
        assertThat(buyer.post("/api/v1/orders/" + order + "/payments", "{\"provider\":\"offline\"}"))
                .hasStatus(201);
        till.receive(home.id(), new Code(order), home.leader());
    }

    private String attribution(ApiClient buyer, String order) {
        MvcTestResult shown = buyer.get("/api/v1/orders/" + order);
        return JsonPath.parse(body(shown)).read("$['attribution']", Object.class) == null ? NONE : body(shown);
    }

    private String make(ApiClient sharer, String kind, String code) {
        var made = sharer.post("/api/v1/links", wanted(kind, code));
        assertThat(made).hasStatus(201);
        return read(made, "$.code");
    }

    private static String wanted(String kind, String code) {
        return "{\"target\":{\"kind\":\"%s\",\"code\":\"%s\"}}".formatted(kind, code);
    }

    private String wish(@Nullable String from) {
        var point = home.point().id();
        var link = from == null ? "null" : "\"" + from + "\"";
        return "{\"quantity\":1,\"whenFull\":\"REFUND\",\"pickupPoint\":\"%s\",\"from\":%s}".formatted(point, link);
    }

    /** Alone nobody waits for a team. */
    private String alone(String from) {
        return wish(from).replace("\"whenFull\":\"REFUND\",", "");
    }
}
