package tuanju.home;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tuanju.catalog.Catalog;
import tuanju.catalog.SkuCard;
import tuanju.cycle.ByWeight;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.PickupPlace;
import tuanju.cycle.ProductTerms;
import tuanju.cycle.ordering.CycleOrdering;
import tuanju.cycle.planning.CycleOpening;
import tuanju.money.Money;
import tuanju.order.Recipient;
import tuanju.order.life.PlacedOrder;
import tuanju.page.Dates;

/** The demo leader's order cycles: one being handed over, one until nine in the evening; neighbours have ordered in both. */
@Component
@ConditionalOnProperty("tuanju.demo")
@RequiredArgsConstructor
class DemoRound {

    private static final List<String> NAMES = List.of("散养鸡蛋", "矮脚小白菜", "沙瓤番茄", "黄心土豆", "顶花带刺黄瓜", "花菇", "石磨豆浆", "手工吐司");
    /** Things nobody buys in teams, so that nobody's limit is used up. */
    private static final List<String> EARLIER_NAMES = List.of("矮脚小白菜", "黄心土豆", "顶花带刺黄瓜", "花菇");

    private static final int ORDERS = 9;
    private static final int EARLIER_ORDERS = 10;
    private static final Duration SHORTLY = Duration.ofMinutes(1);

    /** About 1.5 kg, a tenth lighter or heavier, at ¥18 for 500 g; what is paid is the heaviest it may be. */
    private static final CyclePlan.Item CHICKEN = new CyclePlan.Item(
            null,
            "散养三黄鸡",
            "一只约1.5公斤",
            null,
            Money.ZERO,
            null,
            new ProductTerms(1, null, new ByWeight(1_500, 10, Money.ofYuan("18.00"))));

    private final Catalog catalog;
    private final CycleOpening opening;
    private final CycleOrdering ordering;
    private final OrderCycles cycles;
    private final DemoTill till;
    private final Clock clock;

    /** Until nine in the evening. */
    void open(DemoMorning.Cast cast) {
        var now = ZonedDateTime.ofInstant(clock.instant(), Dates.SHANGHAI);
        var today = now.toLocalTime().isBefore(LocalTime.of(20, 0))
                ? now.toLocalDate()
                : now.toLocalDate().plusDays(1);
        var pickup = today.plusDays(1);
        var cutOff = at(today, 21);
        var items = goods(cast, NAMES);
        order(cast, cycle(cast, "桂花里早市 第12期", items, new Times(cutOff, at(pickup, 9), at(pickup, 20))), ORDERS);
    }

    /** The round before: its cut-off comes in a minute, and its goods are here already. Answers its orders. */
    List<PlacedOrder> closeEarly(DemoMorning.Cast cast) {
        var cutOff = clock.instant().plus(SHORTLY);
        var items = goods(cast, EARLIER_NAMES);
        var times = new Times(cutOff, cutOff.plusSeconds(1), cutOff.plus(Duration.ofHours(10)));
        return order(cast, cycle(cast, "桂花里早市 第11期", items, times), EARLIER_ORDERS);
    }

    private record Times(Instant cutOff, Instant from, Instant until) {}

    /** These, and a chicken that is sold by weight. */
    private List<CyclePlan.Item> goods(DemoMorning.Cast cast, List<String> names) {
        var sold = catalog.onSale(cast.community()).stream()
                .filter(it -> names.contains(it.productName()))
                .map(DemoRound::item);
        return Stream.concat(sold, Stream.of(CHICKEN)).toList();
    }

    private CycleCard cycle(DemoMorning.Cast cast, String title, List<CyclePlan.Item> items, Times times) {
        var gate = cast.gate();
        var place = new PickupPlace(gate.id(), gate.name(), gate.area(), gate.address(), gate.hours());
        var opens = clock.instant().minusSeconds(1);
        return opening.open(
                cast.leader(),
                cast.community(),
                new CyclePlan(title, items, opens, times.cutOff(), place, times.from(), times.until()));
    }

    private List<PlacedOrder> order(DemoMorning.Cast cast, CycleCard cycle, int orders) {
        var products = cycles.products(cycle).stream().map(it -> it.id()).toList();
        return IntStream.range(0, orders)
                .mapToObj(number -> order(cast, cycle, products, number))
                .toList();
    }

    /** Every third neighbour takes a chicken, the last of the products. */
    private PlacedOrder order(DemoMorning.Cast cast, CycleCard cycle, List<UUID> products, int number) {
        var quantities = new LinkedHashMap<UUID, Integer>();
        for (int i = 0; i <= number % 3; i++) {
            quantities.put(products.get((number * 2 + i) % (products.size() - 1)), 1 + (number + i) % 2);
        }
        if (number % 3 == 0) {
            quantities.put(products.getLast(), 1 + number % 2);
        }
        var door = DemoPeople.door(number);
        var wish = new CycleOrdering.Wish(quantities, Recipient.door(door), "");
        var buyer = cast.neighbour(number);
        var order = ordering.order(buyer, cycle.code(), wish);
        till.pay(buyer, order.code());
        return order;
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(Dates.SHANGHAI).toInstant();
    }

    private static CyclePlan.Item item(SkuCard sku) {
        return new CyclePlan.Item(sku.sku(), sku.productName(), sku.spec(), sku.picture(), sku.price(), null);
    }
}
