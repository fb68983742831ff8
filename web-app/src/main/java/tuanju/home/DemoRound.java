package tuanju.home;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tuanju.catalog.Catalog;
import tuanju.catalog.SkuCard;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleOpening;
import tuanju.cycle.CycleOrdering;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.PickupPlace;
import tuanju.page.Dates;

/** The demo leader's order cycle: a handful of products until nine in the evening, and neighbours who ordered already. */
@Component
@ConditionalOnProperty("tuanju.demo")
@RequiredArgsConstructor
class DemoRound {

    private static final List<String> NAMES = List.of("散养鸡蛋", "矮脚小白菜", "沙瓤番茄", "黄心土豆", "顶花带刺黄瓜", "花菇", "石磨豆浆", "手工吐司");
    private static final int ORDERS = 9;

    private final Catalog catalog;
    private final CycleOpening opening;
    private final CycleOrdering ordering;
    private final OrderCycles cycles;
    private final DemoTill till;
    private final Clock clock;

    void open(DemoMorning.Cast cast) {
        var items = catalog.onSale(cast.community()).stream()
                .filter(it -> NAMES.contains(it.productName()))
                .map(DemoRound::item)
                .toList();
        var cycle = opening.open(cast.leader(), cast.community(), plan(cast, items));
        var products = cycles.products(cycle).stream().map(it -> it.id()).toList();
        for (int i = 0; i < ORDERS; i++) {
            order(cast, cycle, products, i);
        }
    }

    private void order(DemoMorning.Cast cast, CycleCard cycle, List<UUID> products, int number) {
        var quantities = new LinkedHashMap<UUID, Integer>();
        for (int i = 0; i <= number % 3; i++) {
            quantities.put(products.get((number * 2 + i) % products.size()), 1 + (number + i) % 2);
        }
        var wish = new CycleOrdering.Wish(
                quantities,
                String.valueOf(1 + number * 5 % 12),
                String.valueOf(101 + number % 6 * 100 + number % 2),
                "");
        var buyer = cast.neighbour(number);
        till.pay(buyer, ordering.order(buyer, cycle.code(), wish).code());
    }

    private CyclePlan plan(DemoMorning.Cast cast, List<CyclePlan.Item> items) {
        var gate = cast.gate();
        var now = ZonedDateTime.ofInstant(clock.instant(), Dates.SHANGHAI);
        var today = now.toLocalTime().isBefore(LocalTime.of(20, 0))
                ? now.toLocalDate()
                : now.toLocalDate().plusDays(1);
        Instant cutOff = today.atTime(21, 0).atZone(Dates.SHANGHAI).toInstant();
        var pickup = today.plusDays(1);
        return new CyclePlan(
                "桂花里早市 第12期",
                items,
                clock.instant().minusSeconds(1),
                cutOff,
                new PickupPlace(gate.id(), gate.name(), gate.area(), gate.address(), gate.hours()),
                pickup.atTime(9, 0).atZone(Dates.SHANGHAI).toInstant(),
                pickup.atTime(20, 0).atZone(Dates.SHANGHAI).toInstant());
    }

    private static CyclePlan.Item item(SkuCard sku) {
        return new CyclePlan.Item(sku.sku(), sku.productName(), sku.spec(), sku.picture(), sku.price(), null);
    }
}
