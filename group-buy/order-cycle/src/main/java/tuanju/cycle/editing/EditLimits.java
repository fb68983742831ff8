package tuanju.cycle.editing;

import java.util.List;
import tuanju.cycle.CycleProduct;

/** What orders stand against when a cycle is changed: they get what they ordered, under the terms they ordered it. */
final class EditLimits {

    private EditLimits() {}

    /** Refuses with CannotEdit (409). */
    static void check(Edition before, Edition wanted) {
        boolean isOrdered = before.goods().stream().anyMatch(EditLimits::isTaken);
        boolean isWaiting = before.cycle().terms().minimum() != null || waits(before.goods());
        for (var goods : wanted.goods()) {
            var was = goods.was();
            if (was != null && was.taken() > 0) {
                check(goods, was);
            }
            if (isOrdered && !isWaiting && goods.item().terms().waits()) {
                throw CannotEdit.othersDoNotWait(goods.title());
            }
        }
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
