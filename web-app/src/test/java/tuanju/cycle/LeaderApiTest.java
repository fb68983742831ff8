package tuanju.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static tuanju.ApiClient.body;
import static tuanju.ApiClient.read;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import support.Invariants;
import support.Neighbourhood;
import support.Neighbourhoods;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.community.Leaders;
import tuanju.community.PickupPlace;
import tuanju.community.PickupPoints;
import tuanju.cycle.export.SampleExport;
import tuanju.member.MemberId;

/** The leader's day over the API: from an export to bags handed over, and what bad input gets. */
@WebTest
class LeaderApiTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    Leaders leaders;

    @Autowired
    PickupPoints points;

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood home;
    private UUID point = new UUID(0, 0);
    private ApiClient leader;
    private ApiClient somebody;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(1);
        var phone = "15" + "%09d".formatted(System.nanoTime() % 1_000_000_000);
        leader = ApiClient.signUp(mvc, phone);
        somebody = ApiClient.signUp(mvc);
        var me = new MemberId(jdbc.sql("select id from member where phone = ?")
                .param(phone)
                .query(UUID.class)
                .single());
        leaders.appoint(me, home.id(), home.leader());
        point = points.open(home.id(), me, new PickupPlace("3号门", "3号门旁", "3号门岗亭", "9:00–20:00", ""))
                .id();
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    @Test
    void anExportBecomesListsThatAddUpAndBagsThatAreHandedOver() {
        String cycle = opened();
        var looked = leader.upload("/api/v1/cycles/" + cycle + "/imports?dryRun=true", SampleExport.bytes());
        assertThat(looked).hasStatusOk();
        int lines = read(looked, "$.lines");
        assertThat(ordersHere()).isZero();

        var taken = leader.upload("/api/v1/cycles/" + cycle + "/imports", SampleExport.bytes());
        assertThat(taken).hasStatusOk();
        int orders = read(taken, "$.imported");
        assertThat(ordersHere()).isEqualTo(orders).isPositive();
        for (var list : new String[] {"by-room", "by-product", "by-building"}) {
            var shown = leader.get("/api/v1/cycles/" + cycle + "/lists/" + list);
            assertThat(ApiClient.<Integer>read(shown, "$.checkSum.lines")).isEqualTo(lines);
            assertThat(ApiClient.<Integer>read(shown, "$.checkSum.amountFen"))
                    .isEqualTo(ApiClient.<Integer>read(taken, "$.amountFen"));
            assertThat(start(leader.get("/api/v1/cycles/" + cycle + "/lists/" + list + ".pdf")
                            .getResponse()
                            .getContentAsByteArray()))
                    .isEqualTo("%PDF");
            assertThat(start(leader.get("/api/v1/cycles/" + cycle + "/lists/" + list + ".xlsx")
                            .getResponse()
                            .getContentAsByteArray()))
                    .startsWith("PK");
        }
    }

    @Test
    @DisplayName("I-D1 the same export twice changes nothing")
    void theSameExportTwiceChangesNothing() {
        String cycle = opened();
        leader.upload("/api/v1/cycles/" + cycle + "/imports", SampleExport.bytes());
        int before = ordersHere();
        var again = leader.upload("/api/v1/cycles/" + cycle + "/imports", SampleExport.bytes());
        assertThat(ApiClient.<Integer>read(again, "$.imported")).isZero();
        assertThat(ApiClient.<Integer>read(again, "$.known")).isEqualTo(before);
        assertThat(ordersHere()).isEqualTo(before);
    }

    @Test
    void aBagIsHandedOverOnceAndTakenBack() {
        String cycle = opened();
        leader.upload("/api/v1/cycles/" + cycle + "/imports", SampleExport.bytes());
        var code = jdbc.sql("select pickup_code from orders where community_id = ? limit 1")
                .param(home.id().value())
                .query(String.class)
                .single();
        var handovers = "/api/v1/cycles/" + cycle + "/handovers";
        var wanted = "{\"pickupCode\":\"%s\"}".formatted(code);
        assertThat(ApiClient.<String>read(leader.post(handovers, wanted), "$.type"))
                .as("W-24 its goods are not here")
                .endsWith("bag-cycle-open");
        leader.put("/api/v1/cycles/" + cycle + "/status", "{\"status\":\"CLOSED\"}");
        leader.put("/api/v1/cycles/" + cycle + "/status", "{\"status\":\"ARRIVED\"}");
        assertThat(leader.post(handovers, wanted)).hasStatus(201);
        assertThat(leader.post(handovers, wanted)).hasStatus(409);
        assertThat(leader.delete(handovers, wanted)).hasStatusOk();
        assertThat(leader.delete(handovers + "/" + code)).hasStatus(409);
        var handed = leader.post(handovers, wanted, "bag-of-" + code);
        assertThat(handed).hasStatus(201);
        assertThat(leader.post(handovers, wanted, "bag-of-" + code))
                .hasStatus(201)
                .hasHeader("Idempotent-Replayed", "true");
        assertThat(body(handed)).doesNotContainPattern("1[3-9]\\d{9}");
        assertThat(somebody.post(handovers, wanted)).hasStatus(404);
        assertThat(leader.post(handovers, "{\"pickupCode\":\"\"}")).hasStatus(400);
        assertThat(leader.post(handovers, "{}")).hasStatus(400);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A-80 what is no export is refused and leaves nothing")
    @ValueSource(strings = {"", "PK", "订单号,商品\n1,鸡蛋\n", "<html></html>"})
    void whatIsNoExportIsRefused(String content) {
        String cycle = opened();
        var refused = leader.upload("/api/v1/cycles/" + cycle + "/imports", content.getBytes(StandardCharsets.UTF_8));
        assertThat(refused.getResponse().getStatus()).as(body(refused)).isIn(400, 415, 422);
        assertThat(ApiClient.<String>read(refused, "$.detail")).isNotBlank();
        assertThat(ordersHere()).isZero();
    }

    @ParameterizedTest(name = "{0} becomes {1}: {2}")
    @DisplayName("A-21 a cycle that cannot be is refused by name")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"title\":\"周一团\"|\"title\":\"\"|title",
                "\"priceFen\":2990|\"priceFen\":-1|products",
                "\"priceFen\":2990|\"priceFen\":29.9|products[0].priceFen",
                "\"name\":\"鸡蛋\"|\"name\":\"\"|products",
                "\"products\":[|\"status\":\"DONE\",\"products\":[|status",
            })
    void aCycleThatCannotBeIsRefused(String good, String bad, String field) {
        var refused = leader.post("/api/v1/cycles", plan(Duration.ofHours(5)).replace(good, bad));
        assertThat(refused).hasStatus(400);
        assertThat(ApiClient.<String>read(refused, "$.errors[0].field")).isEqualTo(field);
        assertThat(cyclesHere()).isZero();
    }

    @Test
    void aCutOffIsAheadAndBeforeThePickup() {
        assertThat(ApiClient.<String>read(
                        leader.post("/api/v1/cycles", plan(Duration.ofHours(-1))), "$.errors[0].field"))
                .isEqualTo("cutOff");
        assertThat(ApiClient.<String>read(
                        leader.post("/api/v1/cycles", plan(Duration.ofHours(21))), "$.errors[0].field"))
                .isEqualTo("pickupFrom");
        assertThat(cyclesHere()).isZero();
    }

    @Test
    @DisplayName("I-Z2 whoever leads nothing opens no cycle")
    void whoeverLeadsNothingOpensNoCycle() {
        assertThat(somebody.post("/api/v1/cycles", plan(Duration.ofHours(5)))).hasStatus(404);
        assertThat(ApiClient.stranger(mvc).post("/api/v1/cycles", plan(Duration.ofHours(5))))
                .hasStatus(401);
    }

    private String opened() {
        var answer = leader.post("/api/v1/cycles", plan(Duration.ofHours(5)));
        assertThat(answer).as(body(answer)).hasStatus(201);
        return read(answer, "$.code");
    }

    private String plan(Duration cutOff) {
        var now = Instant.now();
        return """
                {"title":"周一团","products":[{"name":"鸡蛋","spec":"30枚","priceFen":2990}],
                "cutOff":"%s","pickupPoint":"%s","pickupFrom":"%s","pickupUntil":"%s"}
                """.formatted(now.plus(cutOff), point, now.plus(Duration.ofHours(20)), now.plus(Duration.ofHours(30)));
    }

    private int ordersHere() {
        return count("orders");
    }

    private int cyclesHere() {
        return count("order_cycle");
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table + " where community_id = ?")
                .param(home.id().value())
                .query(Integer.class)
                .single();
    }

    private static String start(byte[] file) {
        return new String(file, 0, 4, StandardCharsets.US_ASCII);
    }
}
