package tuanju.purchasing;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleProduct;
import tuanju.cycle.OrderCycles;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;
import tuanju.order.dues.Dues;
import tuanju.purchasing.PurchaseList.Item;
import tuanju.purchasing.Supplies.Supply;
import tuanju.receiving.Receipts;
import tuanju.receiving.ReceivedGoods;

/** Puts together what a cycle needs from whom. */
@Component
@RequiredArgsConstructor
class Purchasing {

    private final Receipts receipts;
    private final OrderCycles cycles;
    private final Supplies supplies;
    private final OrderBook book;

    @Transactional(readOnly = true)
    public PurchaseList of(CycleCard cycle) {
        var known = supplies.of(cycle);
        var cases = cycles.products(cycle).stream()
                .collect(Collectors.toMap(CycleProduct::id, it -> it.terms().caseSize()));
        return PurchaseList.of(
                cycle,
                receipts.of(cycle).stream()
                        .filter(it -> it.expected() > 0)
                        .map(it -> item(
                                it,
                                cases.getOrDefault(it.product(), 1),
                                known.getOrDefault(
                                        it.name() + "\n" + it.spec(), new Supply(it.name(), it.spec(), "", null))))
                        .toList(),
                Dues.sum(book.expectedOf(cycle.community(), cycle.id()).stream()
                        .map(OrderSheet::dues)
                        .toList()));
    }

    /** A product that orders ask for; refuses with NotFound. */
    @Transactional(readOnly = true)
    public Item item(CycleCard cycle, UUID product) {
        return of(cycle).suppliers().stream()
                .flatMap(it -> it.items().stream())
                .filter(it -> it.product().equals(product))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Notes who supplies these goods from now on. */
    @Transactional
    public void note(CycleCard cycle, List<Supply> all) {
        all.forEach(it -> supplies.note(cycle, it));
    }

    private static Item item(ReceivedGoods goods, int caseSize, Supply supply) {
        return new Item(
                goods.product(),
                goods.name(),
                goods.spec(),
                goods.picture(),
                goods.expected(),
                caseSize,
                supply.supplier(),
                supply.cost());
    }
}
