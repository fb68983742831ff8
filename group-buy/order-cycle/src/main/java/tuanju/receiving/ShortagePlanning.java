package tuanju.receiving;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.address.Doors;
import tuanju.cycle.CycleCard;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.order.OrderLineCard;
import tuanju.order.OrderStatus;
import tuanju.order.aftersale.Allowances;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;
import tuanju.order.fulfilment.PartialHandover;
import tuanju.receiving.FairShare.Ask;
import tuanju.receiving.ShortagePlan.Back;
import tuanju.receiving.ShortagePlan.Household;
import tuanju.receiving.ShortagePlan.Product;
import tuanju.receiving.ShortagePlan.Share;

/** Works out who would get what of the goods that came short and are not given out yet. */
@Component
@RequiredArgsConstructor
class ShortagePlanning {

    private final Receipts receipts;
    private final OrderBook book;
    private final Allowances allowances;
    private final PartialHandover handed;

    /** What orders still owe while one product after another goes off them: what nobody paid is left out once, not each time. */
    private static final class Unpaid {

        private final Map<OrderId, Money> left = new HashMap<>();

        Back takeOff(OrderSheet order, Money less) {
            var open = left.getOrDefault(order.id(), order.dues().open());
            var back = Back.of(less, order, open);
            left.put(order.id(), open.minus(back.unasked()));
            return back;
        }
    }

    /** What one order has of one product. */
    private record Held(OrderSheet sheet, Household household, List<OrderLineCard> lines, boolean isKept) {

        int pieces() {
            return lines.stream().mapToInt(OrderLineCard::quantity).sum();
        }
    }

    /** Whose orders are one household's: those of one door, or one order where the door does not say whose it is. */
    private record BehindDoors(Doors doors, Set<String> needy) {

        static BehindDoors of(List<OrderSheet> sheets, Set<OrderId> inNeed) {
            var all = new BehindDoors(
                    Doors.of(sheets.stream().map(it -> it.address().door()).toList()), Set.of());
            var needy = sheets.stream().filter(it -> inNeed.contains(it.id())).map(all::key);
            return new BehindDoors(all.doors, needy.collect(Collectors.toSet()));
        }

        Household household(OrderSheet sheet) {
            var door = sheet.address().door();
            var key = key(sheet);
            var shown = door.namesRoom() ? door.withoutLane().shown() : "";
            return new Household(key, shown, doors.isOneHousehold(door) ? "" : sheet.recipient(), needy.contains(key));
        }

        private String key(OrderSheet sheet) {
            var door = sheet.address().door();
            return doors.isOneHousehold(door)
                    ? doors.told(door).shown()
                    : sheet.id().value().toString();
        }
    }

    /** The plan by this policy; empty when nothing is short. */
    @Transactional(readOnly = true)
    public ShortagePlan plan(CycleCard cycle, SharePolicy policy, Set<OrderId> inNeed) {
        var sheets = book.expectedOf(cycle.community(), cycle.id());
        var fixed = fixed(cycle);
        var behindDoors = BehindDoors.of(sheets, inNeed);
        var unpaid = new Unpaid();
        var products = receipts.of(cycle, sheets).stream()
                .filter(ReceivedGoods::isShort)
                .map(goods -> product(
                        goods,
                        policy,
                        sheets.stream()
                                .map(it -> held(it, goods, behindDoors, fixed.getOrDefault(it.id(), Set.of())))
                                .filter(it -> it.pieces() > 0)
                                .toList(),
                        unpaid))
                .toList();
        return new ShortagePlan(policy, products);
    }

    /** Goods of which pieces are with their buyer, or of which money went back: they stay as they are. */
    private Map<OrderId, Set<String>> fixed(CycleCard cycle) {
        var fixed = new HashMap<OrderId, Set<String>>();
        allowances
                .ofSource(cycle.community(), cycle.id())
                .forEach(it -> fixed.computeIfAbsent(it.order(), order -> new HashSet<>())
                        .add(Receipts.key(it.productName(), it.spec())));
        handed.ofSource(cycle.community(), cycle.id())
                .forEach((order, pieces) -> pieces.forEach(it -> fixed.computeIfAbsent(order, one -> new HashSet<>())
                        .add(Receipts.key(it.productName(), it.spec()))));
        return fixed;
    }

    /** Whether orders still wait for what the cut-off decided about them. */
    boolean isUndecided(CycleCard cycle) {
        return book.expectedOf(cycle.community(), cycle.id()).stream().anyMatch(it -> it.status() == OrderStatus.PAID);
    }

    private static Product product(ReceivedGoods goods, SharePolicy policy, List<Held> held, Unpaid unpaid) {
        int kept = held.stream().filter(Held::isKept).mapToInt(Held::pieces).sum();
        var doors = held.stream()
                .filter(it -> !it.isKept())
                .collect(groupingBy(Held::household, LinkedHashMap::new, Collectors.toList()));
        var asks = doors.entrySet().stream()
                .map(it -> new Ask(pieces(it.getValue()), it.getKey().isInNeed()))
                .toList();
        var given =
                FairShare.of(policy, Math.max(0, goods.usable() - kept), asks).iterator();
        var shares = new ArrayList<Share>();
        doors.values().forEach(orders -> shares.addAll(split(orders, given.next(), unpaid)));
        held.stream().filter(Held::isKept).forEach(it -> shares.add(share(it, it.pieces(), unpaid)));
        return new Product(goods, shares);
    }

    /** What a household gets goes to its orders in order of time. */
    private static List<Share> split(List<Held> orders, int given, Unpaid unpaid) {
        var shares = new ArrayList<Share>();
        int left = given;
        for (var order : orders) {
            int mine = Math.min(left, order.pieces());
            shares.add(share(order, mine, unpaid));
            left -= mine;
        }
        return shares;
    }

    private static Share share(Held held, int given, Unpaid unpaid) {
        var back = unpaid.takeOff(held.sheet(), refund(held.lines(), held.pieces() - given));
        return new Share(held.sheet().id(), held.household(), held.pieces(), given, held.isKept(), back);
    }

    /** Goods in two lines, which an import may have, go back from the last one. */
    private static Money refund(List<OrderLineCard> lines, int gone) {
        var back = Money.ZERO;
        int left = gone;
        for (var line : lines.reversed()) {
            int pieces = Math.min(left, line.quantity());
            back = back.plus(line.backFor(pieces));
            left -= pieces;
        }
        return back;
    }

    private static Held held(OrderSheet sheet, ReceivedGoods goods, BehindDoors doors, Set<String> fixed) {
        var lines = sheet.lines().stream()
                .filter(it -> it.productName().equals(goods.name()) && it.spec().equals(goods.spec()))
                .toList();
        boolean isHandedOver = sheet.status() == OrderStatus.COLLECTED || sheet.status() == OrderStatus.COMPLETED;
        boolean isKept = isHandedOver || fixed.contains(Receipts.key(goods.name(), goods.spec()));
        return new Held(sheet, doors.household(sheet), lines, isKept);
    }

    private static int pieces(List<Held> held) {
        return held.stream().mapToInt(Held::pieces).sum();
    }
}
