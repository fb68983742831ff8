package tuanju.pickup.printing;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.support.ResourceBundleMessageSource;
import tuanju.address.Door;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.dues.Dues;
import tuanju.order.fulfilment.OrderPoint;
import tuanju.pickup.Drop;
import tuanju.pickup.Goods;
import tuanju.pickup.PickupLine;
import tuanju.pickup.PickupOrder;
import tuanju.pickup.PickupSheet;
import tuanju.pickup.Standing;
import tuanju.pickup.Words;

/** Orders as neighbours write them. */
public final class Example {

    public static final ZonedDateTime PRINTED = ZonedDateTime.of(2026, 4, 6, 7, 30, 0, 0, ZoneId.of("Asia/Shanghai"));

    private static final PickupOrder.Point GATE = new PickupOrder.Point(new UUID(3, 1), "3号门");
    public static final PickupOrder.Slot ANY_DAY = new PickupOrder.Slot(null, null, null);
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private Example() {}

    public static PickupOrder order(String building, String room, String name, PickupLine... lines) {
        return order(Door.of(building, room), name, lines);
    }

    public static PickupOrder order(Door door, String name, PickupLine... lines) {
        int number = NUMBERS.incrementAndGet();
        return new PickupOrder(
                new UUID(7, number),
                "JYSA%010d".formatted(number),
                "K%05d".formatted(number),
                door,
                name,
                "138****%04d".formatted(number),
                new UUID(8, number),
                "",
                null,
                GATE,
                ANY_DAY,
                Dues.NOTHING,
                List.of(lines));
    }

    public static PickupOrder withNote(PickupOrder order, String note) {
        return with(order, note, order.dues());
    }

    public static PickupOrder withDues(PickupOrder order, Dues dues) {
        return with(order, order.note(), dues);
    }

    private static PickupOrder with(PickupOrder order, String note, Dues dues) {
        return new PickupOrder(
                order.id(),
                order.code(),
                order.pickupCode(),
                order.door(),
                order.name(),
                order.maskedPhone(),
                order.person(),
                note,
                order.collectedAt(),
                order.point(),
                order.slot(),
                dues,
                order.lines());
    }

    public static PickupLine line(String product, int quantity, String yuanEach) {
        return new PickupLine(product, "", quantity, Money.ofYuan(yuanEach).times(quantity));
    }

    public static PickupLine melon(int quantity) {
        return line("冰淇淋黄心西瓜(一箱四个约14斤)", quantity, "80");
    }

    public static PickupLine grapefruit(int quantity) {
        return line("西柚(十个一份)", quantity, "36");
    }

    public static PickupLine lychee(int quantity) {
        return line("荔枝(每箱四斤)", quantity, "59.90");
    }

    public static Words chinese() {
        return words(Locale.SIMPLIFIED_CHINESE);
    }

    public static Words words(Locale locale) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/pickup", "messages/order");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Words(messages, locale);
    }

    public static Drop drop(String point, PickupSheet sheet) {
        var place = new OrderPoint(
                UUID.nameUUIDFromBytes(point.getBytes(StandardCharsets.UTF_8)),
                point,
                point + "旁",
                "紫龙路500弄" + point + "岗亭",
                "9:00–20:00",
                new MemberId(new UUID(7, 7)),
                PRINTED.toInstant(),
                PRINTED.plusHours(10).toInstant());
        var lines = sheet.households().stream()
                .flatMap(household -> household.lines().stream())
                .toList();
        return new Drop(place, sheet, Goods.of(lines, line -> line.product().startsWith("荔枝") ? 4 : 1));
    }

    public static Imprint imprint(PickupSheet sheet) {
        return new Imprint(
                "周一水果团",
                "3号门快递柜旁 · 4月6日 9:00–20:00",
                PRINTED,
                "陈团长",
                sheet.dues(),
                Standing.of(List.of(drop("3号门", sheet))).version());
    }
}
