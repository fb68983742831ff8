package tuanju.shopping;

import static org.assertj.core.api.Assertions.assertThat;
import static tuanju.ApiClient.read;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.community.Code;

/** What is paid, ordered in a cycle, closed and handed over asks of the database no more than before. */
@WebTest
@DisplayName("W-74 paying, ordering in a cycle, closing it and handing over need a handful of statements")
class FewStatementsOfADayTest extends CountedShop {

    @Test
    @DisplayName("the payment that forms a team of two")
    void aPayment() {
        var opened = open(anna);
        var joined = join(bert, read(opened, "$.team.code"));
        receive(anna, "$.order.code", opened);
        String order = read(joined, "$.order.code");
        bert.post("/api/v1/orders/" + order + "/payments", "{\"provider\":\"offline\"}");

        var sent = statements.ofThisThread(() -> till.receive(home.id(), new Code(order), home.leader()));

        assertThat(sent).hasSizeLessThanOrEqualTo(40);
    }

    @Test
    @DisplayName("a cycle closes for three orders as for one, and one bag is handed over among three as among one")
    void aCloseAndABag() {
        var one = day(1);
        var three = day(3);

        assertThat(three.close()).hasSameSizeAs(one.close()).hasSizeLessThanOrEqualTo(22);
        assertThat(one.handOver()).hasSizeLessThanOrEqualTo(25);
        assertThat(three.handOver()).hasSizeLessThanOrEqualTo(25);
    }

    @Test
    @DisplayName("an order in a cycle by a neighbour's link costs none more: it is noted in the order's own message")
    void aCycleOrderByALink() {
        String cycle = read(leader.post("/api/v1/cycles", plan()), "$.code");
        String product = read(leader.get("/api/v1/cycles/" + cycle), "$.products[0].id");
        var link = link("cycle", cycle);
        var path = "/api/v1/cycles/" + cycle + "/orders";
        order(cycle, product, 9);

        var wish = wish(product, 2).replace("}]", "}],\"from\":\"" + link + "\"");

        var unled = statements.ofThisThread(
                () -> assertThat(anna.post(path, wish(product, 1))).hasStatus(201));
        var led =
                statements.ofThisThread(() -> assertThat(bert.post(path, wish)).hasStatus(201));

        assertThat(led).hasSameSizeAs(unled);
        assertThat(led)
                .filteredOn(it -> it.contains("insert into attribution"))
                .singleElement()
                .asString()
                .contains("insert into orders");
    }

    /** What the end of a cycle sends, and one hand-over of a bag of it. */
    private record Day(List<String> close, List<String> handOver) {}

    private Day day(int orders) {
        String cycle = read(leader.post("/api/v1/cycles", plan()), "$.code");
        String product = read(leader.get("/api/v1/cycles/" + cycle), "$.products[0].id");
        IntStream.range(0, orders).forEach(it -> order(cycle, product, it));
        var path = "/api/v1/cycles/" + cycle;
        var close = statements.ofThisThread(() -> move(path, "CLOSED"));
        move(path, "ARRIVED");
        var code = jdbc.sql("select pickup_code from orders where source_code = ? and status = 'CONFIRMED' limit 1")
                .param(cycle)
                .query(String.class)
                .single();
        var wanted = "{\"pickupCode\":\"%s\",\"confirmed\":true}".formatted(code);
        return new Day(
                close,
                statements.ofThisThread(() ->
                        assertThat(leader.post(path + "/handovers", wanted)).hasStatus(201)));
    }

    private void move(String cycle, String status) {
        assertThat(leader.put(
                        cycle + "/status",
                        "{\"status\":\"" + status + "\"}",
                        UUID.randomUUID().toString()))
                .hasStatusOk();
    }

    private void order(String cycle, String product, int room) {
        var buyer = ApiClient.signUp(mvc);
        receive(buyer, "$.code", buyer.post("/api/v1/cycles/" + cycle + "/orders", wish(product, room)));
    }

    private static String wish(String product, int room) {
        return "{\"items\":[{\"product\":\"%s\",\"quantity\":1}],\"building\":\"3\",\"room\":\"%d\"}"
                .formatted(product, 501 + room);
    }

    private String plan() {
        var now = Instant.now();
        return """
            {"title": "周一团", "pickupPoint": "%s", "cutOff": "%s", "pickupFrom": "%s", "pickupUntil": "%s",
                "minimum": {"kind": "ORDERS", "amount": 1},
                "products": [{"name": "鸡蛋", "spec": "30枚", "priceFen": 2990}]}
            """.formatted(
                point, now.plus(Duration.ofHours(5)), now.plus(Duration.ofHours(20)), now.plus(Duration.ofHours(30)));
    }
}
