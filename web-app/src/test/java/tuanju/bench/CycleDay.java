package tuanju.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tuanju.bench.Market.Neighbour;

/** A cycle of the demo's leader with twenty goods, ordered and paid through the API. */
final class CycleDay {

    private static final int GOODS = 20;

    private final Market market;

    CycleDay(Market market) {
        this.market = market;
    }

    /** A cycle that takes orders, and the ids of its goods. */
    record Cycle(String code, List<String> goods) {}

    /** Its orders are decided at its end: it needs one to be worth while. */
    Cycle open() {
        var goods = IntStream.rangeClosed(1, GOODS)
                .mapToObj(it -> "{\"name\":\"好货%d\",\"spec\":\"一份\",\"priceFen\":%d}".formatted(it, 1000 + it))
                .collect(Collectors.joining(","));
        var now = Instant.now();
        try (var caller = market.caller()) {
            var opened = caller.post("/api/v1/cycles", market.leader().token(), """
                    {"title": "测速", "pickupPoint": "%s", "cutOff": "%s", "pickupFrom": "%s", "pickupUntil": "%s",
                        "minimum": {"kind": "ORDERS", "amount": 1}, "products": [%s]}
                    """.formatted(
                                    market.point(),
                                    now.plus(Duration.ofHours(20)),
                                    now.plus(Duration.ofHours(21)),
                                    now.plus(Duration.ofHours(30)),
                                    goods))
                    .must(201);
            return new Cycle(opened.read("$.code"), opened.read("$.products[*].id"));
        }
    }

    /** So many neighbours order one of everything and pay. */
    void order(Cycle cycle, int many) {
        Clients.run(
                8,
                () -> new Ordering(market.caller(), cycle),
                market.people(many).toList());
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> inStatus(cycle, "PAID") == many);
    }

    /** The leader says what is next. */
    void move(Cycle cycle, String... statuses) {
        try (var caller = market.caller()) {
            Stream.of(statuses)
                    .forEach(it -> caller.put(
                                    "/api/v1/cycles/" + cycle.code() + "/status",
                                    market.leader().token(),
                                    "{\"status\":\"" + it + "\"}")
                            .must(200));
        }
    }

    long inStatus(Cycle cycle, String status) {
        return market.database()
                .sql("select count(*) from orders where source_code = :cycle and status = :status")
                .param("cycle", cycle.code())
                .param("status", status)
                .query(Long.class)
                .single();
    }

    private record Ordering(Caller caller, Cycle cycle) implements Clients.Hand<Neighbour> {

        @Override
        public boolean does(Neighbour buyer) {
            var items = cycle.goods().stream()
                    .map(it -> "{\"product\":\"%s\",\"quantity\":1}".formatted(it))
                    .collect(Collectors.joining(","));
            var wish = "{\"items\":[%s],\"building\":\"3\",\"room\":\"502\"}".formatted(items);
            String order = caller.post("/api/v1/cycles/" + cycle.code() + "/orders", buyer.token(), wish)
                    .must(201)
                    .read("$.code");
            String pay = caller.post(
                            "/api/v1/orders/" + order + "/payments", buyer.token(), "{\"provider\":\"sandbox\"}")
                    .must(201)
                    .read("$.payUrl");
            return caller.submit(pay, "outcome=PAID").isDone(303);
        }

        @Override
        public void close() {
            caller.close();
        }
    }
}
