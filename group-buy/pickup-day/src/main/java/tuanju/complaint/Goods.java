package tuanju.complaint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import tuanju.pickup.PickupLine;
import tuanju.pickup.PickupOrder;

/** What of an order can be complained about: complaints know goods by product and spec, so lines of the same goods are one. */
final class Goods {

    private Goods() {}

    /** In the sequence of the order, pieces and prices of the same goods added up. */
    static Stream<PickupLine> of(PickupOrder order) {
        Map<String, PickupLine> goods = new LinkedHashMap<>();
        order.lines().forEach(line -> goods.merge(key(line), line, Goods::plus));
        return goods.values().stream();
    }

    /** What tells goods apart within an order. */
    static String key(PickupLine line) {
        return line.product() + "\n" + line.spec();
    }

    private static PickupLine plus(PickupLine one, PickupLine other) {
        return new PickupLine(
                one.product(),
                one.spec(),
                one.quantity() + other.quantity(),
                one.amount().plus(other.amount()),
                PickupLine.together(one.grams(), other.grams()));
    }
}
