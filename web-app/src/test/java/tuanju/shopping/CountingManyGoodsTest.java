package tuanju.shopping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tuanju.address.Door;
import tuanju.community.PickupPoints;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.PickupPlace;
import tuanju.cycle.ordering.CycleOrdering;
import tuanju.cycle.planning.CycleOpening;
import tuanju.money.Money;

/** A lorry with everything a cycle may offer is written down by one press: a server takes 50 parts of a form unless told. */
@ShopTest
class CountingManyGoodsTest {

    private static final Pattern COUNTED = Pattern.compile("name=\"arrived-([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private Street street;

    @Autowired
    private PickupPoints points;

    @Autowired
    private CycleOpening opening;

    @Autowired
    private CycleOrdering ordering;

    @Autowired
    private OrderCycles cycles;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("Forty goods, each with its number, what is damaged, a note and room for a photo")
    void fortyGoodsAreCountedInOneForm() {
        var home = street.found(3);
        var now = Instant.now();
        var place = PickupPlace.of(points.find(home.id(), home.point()).orElseThrow());
        var goods = IntStream.rangeClosed(1, 40)
                .mapToObj(nr -> new CyclePlan.Item(null, "水果" + nr, "一份", null, Money.ofYuan("9.90"), null))
                .toList();
        var plan = new CyclePlan(
                "四十样水果",
                goods,
                now.minusSeconds(60),
                now.plus(Duration.ofHours(2)),
                place,
                now.plus(Duration.ofHours(3)),
                now.plus(Duration.ofHours(9)));
        var cycle = opening.open(home.leader().id(), home.id(), plan);
        Map<UUID, Integer> one = cycles.products(cycle).stream().collect(Collectors.toMap(it -> it.id(), it -> 1));
        var buyer = street.neighbour("王阿姨");
        var order = ordering.order(buyer.id(), cycle.code(), new CycleOrdering.Wish(one, Door.of("3", "502"), ""));
        street.receive(home, buyer, order.code());
        jdbc.sql("update order_cycle set status = 'CLOSED' where community_id = ?")
                .param(home.id().value())
                .update();

        var leader = new Visitor(port).signIn(street, home.leader());
        leader.get("/lead/cycles/" + cycle.code() + "/receiving");
        var action = "/lead/cycles/" + cycle.code() + "/receiving/receipts";
        var products =
                COUNTED.matcher(leader.page()).results().map(it -> it.group(1)).toList();
        assertThat(products).hasSize(40);
        leader.postParts(
                action,
                counts(leader, action, products),
                products.stream().map(it -> "photo-" + it).toList());

        assertThat(leader.status()).isEqualTo(302);
        assertThat(jdbc.sql("select count(*) from goods_receipt where community_id = ?")
                        .param(home.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(40);
    }

    private static Map<String, String> counts(Visitor leader, String action, List<String> products) {
        var fields = new HashMap<String, String>();
        for (var product : products) {
            fields.put("arrived-" + product, "1");
            fields.put("damaged-" + product, "");
            fields.put("note-" + product, "");
        }
        return leader.fields(action, fields);
    }
}
