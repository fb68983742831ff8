package tuanju.pickup;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.modulith.NamedInterface;
import tuanju.address.NaturalOrder;
import tuanju.order.book.OrderSheet;
import tuanju.order.dues.Dues;
import tuanju.order.fulfilment.OrderPoint;

/** What of a cycle goes to one pickup point: its bags in walking order, and all its goods by product. */
@NamedInterface("rooms")
public record Drop(OrderPoint point, PickupSheet sheet, List<Goods> goods) {

    /** Where people may come first, and then as the points are called. */
    private static final Comparator<Drop> ON_THE_WAY = Comparator.comparing(Drop::opens)
            .thenComparing(drop -> drop.point().name(), NaturalOrder.OF_DOORS)
            .thenComparing(drop -> drop.point().id());

    public Drop {
        goods = List.copyOf(goods);
    }

    static List<Drop> of(
            Collection<OrderSheet> orders, Collection<OrderPoint> points, ToIntFunction<PickupLine> caseSize) {
        Map<UUID, OrderPoint> byId = points.stream().collect(Collectors.toMap(OrderPoint::id, Function.identity()));
        return orders.stream().collect(Collectors.groupingBy(OrderSheet::pickupPoint)).entrySet().stream()
                .flatMap(held ->
                        Stream.ofNullable(byId.get(held.getKey())).map(point -> of(point, held.getValue(), caseSize)))
                .sorted(ON_THE_WAY)
                .toList();
    }

    private static Drop of(OrderPoint point, List<OrderSheet> orders, ToIntFunction<PickupLine> caseSize) {
        var sheet = PickupSheet.of(orders.stream().map(PickupSheets::order).toList());
        var lines = sheet.households().stream()
                .flatMap(household -> household.lines().stream())
                .toList();
        return new Drop(point, sheet, Goods.of(lines, caseSize));
    }

    public CheckSum sum() {
        return sheet.sum();
    }

    /** Where the money of its bags is. */
    public Dues dues() {
        return sheet.dues();
    }

    private Instant opens() {
        var from = point.from();
        return from == null ? Instant.MAX : from;
    }

    public int bags() {
        return sheet.households().size();
    }
}
