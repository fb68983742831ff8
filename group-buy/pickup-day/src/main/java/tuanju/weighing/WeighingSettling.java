package tuanju.weighing;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleProduct;
import tuanju.cycle.OrderCycles;
import tuanju.live.LiveTopics;
import tuanju.money.Money;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.OrderLineCard;
import tuanju.order.OrderStatus;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.Allowance;
import tuanju.order.aftersale.Allowances;
import tuanju.order.aftersale.LineWeight;
import tuanju.order.aftersale.LineWeights;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;

/** Pays one order back what its goods weigh less than was paid for, in a transaction of its own. Twice is once. */
@Component
@RequiredArgsConstructor
class WeighingSettling {

    static final String CAUSE = "weighed";

    private final WeighedRows rows;
    private final OrderCycles cycles;
    private final OrderBook book;
    private final Allowances allowances;
    private final LineWeights weights;
    private final LiveTopics live;

    @Transactional
    public void settle(CommunityId community, UUID cycle, OrderId order) {
        var due = rows.due(community, cycle, order);
        if (due.isEmpty()) {
            return;
        }
        var sheet = book.sheet(community, order);
        var products = cycles.products(card(community, cycle));
        for (var one : due) {
            var product = products.stream()
                    .filter(it -> it.id().equals(one.product()))
                    .findFirst();
            settle(community, cycle, sheet, product.orElseThrow(), one);
        }
        live.changed("cycle:" + cycle);
    }

    private CycleCard card(CommunityId community, UUID cycle) {
        return cycles.byId(community, cycle);
    }

    private void settle(
            CommunityId community, UUID cycle, OrderSheet sheet, CycleProduct product, WeighedRows.Due due) {
        var key = new WeighedRows.Key(sheet.id().value(), product.id());
        var lines = sheet.lines().stream()
                .filter(it ->
                        it.productName().equals(product.name()) && it.spec().equals(product.spec()))
                .toList();
        int pieces = lines.stream().mapToInt(OrderLineCard::quantity).sum();
        var weight = product.terms().weight();
        boolean isGone = !sheet.status().equals(OrderStatus.CONFIRMED) && !isHandedOver(sheet);
        if (isGone || weight == null) {
            rows.settled(community, cycle, key, Money.ZERO);
            return;
        }
        if (pieces != due.pieces()) {
            rows.again(community, cycle, key);
            return;
        }
        var paid = lines.stream().map(OrderLineCard::amount).reduce(Money.ZERO, Money::plus);
        var discount = lines.stream().map(OrderLineCard::discount).reduce(Money.ZERO, Money::plus);
        var back = WeighedLine.difference(weight.cost(due.grams(), pieces), paid, discount);
        rows.settled(community, cycle, key, back);
        weights.note(community, sheet.id(), new LineWeight(product.name(), product.spec(), due.grams()));
        if (!back.isZero()) {
            allowances.give(
                    community,
                    sheet.id(),
                    new Allowance(
                            AdjustmentKind.WEIGHED,
                            product.name(),
                            product.spec(),
                            back,
                            CAUSE,
                            "weight-" + product.id()),
                    new OrderChange(null, CAUSE));
        }
    }

    private static boolean isHandedOver(OrderSheet sheet) {
        return sheet.status() == OrderStatus.COLLECTED || sheet.status() == OrderStatus.COMPLETED;
    }
}
