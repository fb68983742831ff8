package tuanju.cycle.ordering;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleProduct;
import tuanju.cycle.CycleProducts;
import tuanju.cycle.CycleShares;
import tuanju.cycle.CycleView.MyShare;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.OrderLineCard;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderDetail;
import tuanju.price.Price;

/** Reckons what a change of an order comes to: what leaves it goes back at what it cost, what is added costs what it costs now. */
@Component
@RequiredArgsConstructor
class CycleDifferences {

    private final OrderBook book;
    private final CycleShares shares;
    private final CycleProducts products;
    private final BasketPrices prices;

    /** One product of an order, and how many pieces are wanted of it from now on. */
    private record Wanted(MyShare had, int pieces) {

        /** Nobody needs a tolerance for what they do not want. */
        int gone() {
            int kept = Math.min(pieces, had.quantity());
            return had.quantity() + had.tolerance() - (kept == 0 ? 0 : kept + had.tolerance());
        }
    }

    /** For this buyer's own order with so many pieces of each product; products not named stay. Refuses with NotFound. */
    CycleDifference of(MemberId buyer, CycleCard cycle, Code order, Map<UUID, Integer> pieces) {
        var detail = book.detail(buyer, order);
        var had = shares.ofOrders(cycle, List.of(detail.card().id()));
        var wanted = had.stream()
                .map(it -> new Wanted(it, pieces.getOrDefault(it.product(), it.quantity())))
                .toList();
        boolean isLeaving = !wanted.isEmpty() && wanted.stream().allMatch(it -> it.pieces() == 0);
        var back = isLeaving
                ? detail.card().amount()
                : wanted.stream().map(it -> back(detail, it)).reduce(Money.ZERO, Money::plus);
        return new CycleDifference(back, price(buyer, cycle, added(had, pieces)), isLeaving, word(had, pieces));
    }

    /** What is wanted otherwise than the order has it, in one word; the same for whoever says no more than that. */
    private static String word(List<MyShare> had, Map<UUID, Integer> pieces) {
        var changes = new TreeMap<UUID, Integer>();
        pieces.forEach((product, wanted) -> {
            if (wanted != held(had, product)) {
                changes.put(product, wanted);
            }
        });
        return Integer.toHexString(changes.hashCode());
    }

    private static int held(List<MyShare> had, UUID product) {
        return had.stream()
                .filter(it -> it.product().equals(product))
                .mapToInt(MyShare::quantity)
                .sum();
    }

    /** Pieces beyond those the order has, by product. */
    static Map<UUID, Integer> added(List<MyShare> had, Map<UUID, Integer> pieces) {
        var added = new HashMap<UUID, Integer>();
        pieces.forEach((product, wanted) -> {
            int held = held(had, product);
            if (wanted > held) {
                added.put(product, wanted - held);
            }
        });
        return added;
    }

    private @Nullable Price price(MemberId buyer, CycleCard cycle, Map<UUID, Integer> added) {
        if (added.isEmpty()) {
            return null;
        }
        List<CycleProduct> offered = products.forBuyer(cycle, buyer);
        return prices.of(cycle, offered, CycleBasket.of(added), buyer).orElse(null);
    }

    private static Money back(OrderDetail order, Wanted wanted) {
        int gone = wanted.gone();
        return order.lines().stream()
                .filter(it -> Objects.equals(it.item(), wanted.had().product()) && gone > 0)
                .findFirst()
                .map((OrderLineCard it) -> it.backFor(Math.min(gone, it.quantity())))
                .orElse(Money.ZERO);
    }
}
