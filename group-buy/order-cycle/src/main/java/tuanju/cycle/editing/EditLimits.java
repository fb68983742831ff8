package tuanju.cycle.editing;

import java.util.List;
import tuanju.cycle.CycleProduct;
import tuanju.order.OrderKind;
import tuanju.order.book.OrderSheet;

/** What orders stand against when a cycle is changed: they get what they ordered, under the terms they ordered it. */
final class EditLimits {

    private EditLimits() {}

    /** Refuses with CannotEdit (409). */
    static void check(Edition before, Edition wanted, List<OrderSheet> orders) {
        mustWaitAsBefore(before, wanted);
        for (var goods : wanted.goods()) {
            var was = goods.was();
            if (was != null && was.taken() > 0) {
                check(goods, was);
                ofGuests(goods, was, orders);
            }
        }
    }

    /** What is ordered is certain at once, or waits for the others: those who have ordered under one of them keep it. */
    private static void mustWaitAsBefore(Edition before, Edition wanted) {
        boolean isOrdered = before.goods().stream().anyMatch(EditLimits::isTaken);
        boolean isAnother = waits(before.goods()) != waits(wanted.goods());
        if (isOrdered && isAnother && before.cycle().terms().minimum() == null) {
            throw CannotEdit.waitsAsBefore();
        }
    }

    /** A chain list is taken in anew each time, all of it, at what its goods cost then. */
    private static void ofGuests(Edition.Goods goods, CycleProduct was, List<OrderSheet> orders) {
        boolean isDearer = goods.item().price().isMoreThan(was.price());
        boolean isStopping = goods.stopped() && !was.isStopped();
        if ((isDearer || isStopping) && orders.stream().anyMatch(it -> isOfGuestWith(it, was))) {
            throw isDearer
                    ? CannotEdit.dearerForGuests(was.title())
                    : CannotEdit.stoppedForGuests(was.title(), was.taken());
        }
    }

    private static boolean isOfGuestWith(OrderSheet order, CycleProduct goods) {
        return order.kind() == OrderKind.IMPORT
                && order.lines().stream()
                        .anyMatch(it -> it.productName().equals(goods.name())
                                && it.spec().equals(goods.spec()));
    }

    private static boolean isTaken(Edition.Goods goods) {
        return goods.was() != null && goods.was().taken() > 0;
    }

    private static boolean waits(List<Edition.Goods> goods) {
        return goods.stream().anyMatch(it -> it.item().terms().waits());
    }

    private static void check(Edition.Goods goods, CycleProduct was) {
        var item = goods.item();
        if (!item.name().equals(was.name())
                || !item.spec().equals(was.spec())
                || item.terms().caseSize() != was.terms().caseSize()) {
            throw CannotEdit.asOrdered(was.title());
        }
        if (item.limit() != null && item.limit() < was.taken()) {
            throw CannotEdit.belowSold(was.title(), was.taken());
        }
        if (item.terms().weight() != null && item.price().isMoreThan(was.price())) {
            throw CannotEdit.dearerByWeight(was.title());
        }
    }
}
