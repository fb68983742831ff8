package tuanju.weighing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleProduct;
import tuanju.cycle.OrderCycles;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.OrderLineCard;
import tuanju.order.aftersale.Errands;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;

/** Notes what goods weigh, order by order, and pays back what was paid for too much. */
@Component
@RequiredArgsConstructor
class Weighing {

    private final OrderCycles cycles;
    private final OrderBook book;
    private final WeighedRows rows;
    private final Errands errands;
    private final AuditTrail audit;

    /** Every order's pieces of goods sold by weight, product by product, in walking order. */
    @Transactional(readOnly = true)
    public List<WeighedLine> lines(CycleCard cycle) {
        var weighed = rows.of(cycle);
        var sheets = book.sheetsOf(cycle.community(), cycle.id());
        return cycles.products(cycle).stream()
                .filter(it -> it.terms().weight() != null)
                .flatMap(product -> sheets.stream()
                        .flatMap(sheet -> line(sheet, product, weighed))
                        .sorted(Comparator.comparing(WeighedLine::at)))
                .toList();
    }

    /**
     * Notes what one order's pieces of a product weigh together; noted again it is corrected. Refuses with Invalid (grams)
     * nothing, less than nothing and what cannot be: half of the lightest, or twice the heaviest; with HeavierThanSold (409)
     * what is above the band, unless somebody was asked and is sure; with CannotWeigh before the cut-off or once the
     * difference is on its way.
     */
    @Transactional
    public WeighedLine weigh(MemberId by, CycleCard cycle, WeighedRows.Key key, int grams, boolean isSure) {
        if (!isWeighing(cycle)) {
            throw CannotWeigh.notNow();
        }
        var line = line(cycle, key);
        int least = Math.max(1, line.weight().lightest() * line.pieces() / 2);
        int heaviest = line.weight().heaviest() * line.pieces();
        if (grams < least || grams > heaviest * 2) {
            throw new Invalid("grams", "weighing-grams", least, heaviest * 2);
        }
        if (grams > heaviest && !isSure) {
            throw new HeavierThanSold(grams, heaviest);
        }
        if (!rows.write(cycle, key, line.pieces(), grams, by)) {
            throw CannotWeigh.settled(line.door());
        }
        return line(cycle, key);
    }

    /** Everything weighed so far stands, and what was paid too much goes back; twice is once. Answers for how many orders. */
    @Transactional
    public int settle(MemberId by, CycleCard cycle) {
        if (!isWeighing(cycle)) {
            throw CannotWeigh.notNow();
        }
        var orders = rows.confirm(cycle, by);
        if (!orders.isEmpty()) {
            errands.queueAnew(WeighingTasks.SETTLE, cycle.community(), cycle.id(), orders);
            audit.record(by.value(), "cycle.settle-weights", cycle.code().value(), orders.size() + " orders");
        }
        return orders.size();
    }

    WeighedLine line(CycleCard cycle, WeighedRows.Key key) {
        return lines(cycle).stream()
                .filter(it ->
                        it.order().value().equals(key.order()) && it.product().equals(key.product()))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    static boolean isWeighing(CycleCard cycle) {
        return cycle.status().isOnItsWay() || cycle.status().isCollectable();
    }

    private static Stream<WeighedLine> line(
            OrderSheet sheet, CycleProduct product, Map<WeighedRows.Key, WeighedLine.Weighed> weighed) {
        var lines = sheet.lines().stream()
                .filter(it ->
                        it.productName().equals(product.name()) && it.spec().equals(product.spec()))
                .toList();
        var weight = product.terms().weight();
        if (lines.isEmpty() || weight == null) {
            return Stream.empty();
        }
        return Stream.of(new WeighedLine(
                sheet.id(),
                sheet.code(),
                sheet.address().door(),
                sheet.recipient(),
                product.id(),
                product.name(),
                product.spec(),
                lines.stream().mapToInt(OrderLineCard::quantity).sum(),
                weight,
                lines.stream().map(OrderLineCard::amount).reduce(Money.ZERO, Money::plus),
                lines.stream().map(OrderLineCard::discount).reduce(Money.ZERO, Money::plus),
                weighed.get(new WeighedRows.Key(sheet.id().value(), product.id()))));
    }
}
