package tuanju.cycle.editing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.CyclePoint;
import tuanju.cycle.CycleProduct;
import tuanju.cycle.CycleTerms;
import tuanju.cycle.editing.Change.What;
import tuanju.money.Money;
import tuanju.order.OrderLineCard;

/** A cycle as it is sold, before or after a change. */
record Edition(
        CycleCard cycle,
        String title,
        String introduction,
        Instant cutOff,
        List<CyclePoint> points,
        List<Goods> goods) {

    /** Who disagrees with another time or place has at least so long to leave. */
    static final int HOURS_TO_LEAVE = 2;

    /**
     * One product of it.
     *
     * @param was what it was before; null where it is new
     */
    record Goods(UUID id, @Nullable CycleProduct was, CyclePlan.Item item, String description, boolean stopped) {

        static Goods of(CycleProduct product) {
            return new Goods(
                    product.id(),
                    product,
                    CyclePlan.Item.of(product),
                    product.page().description(),
                    product.isStopped());
        }

        public String title() {
            return OrderLineCard.title(item.name(), item.spec());
        }

        /** What a piece costs less than before; null where it does not. */
        @Nullable
        Money lowered() {
            return was != null && was.price().isMoreThan(item.price()) ? item.price() : null;
        }
    }

    /** Refuses with Invalid what no cycle can be. */
    CyclePlan plan() {
        var until = cycle.terms().boxfillUntil();
        return new CyclePlan(
                title,
                goods.stream().map(Goods::item).toList(),
                cycle.opens(),
                cutOff,
                points,
                new CycleTerms(
                        cycle.terms().minimum(),
                        until == null ? null : until.plus(Duration.between(cycle.cutOff(), cutOff))));
    }

    /** Everything that is another than before, in the order of the page. */
    List<Change> since(Edition before) {
        var all = new ArrayList<Change>();
        note(all, What.TITLE, "", before.title, title);
        note(all, What.INTRODUCTION, "", before.introduction, introduction);
        note(all, What.CUT_OFF, "", before.cutOff, cutOff);
        var had = byId(before.points);
        var has = byId(points);
        points.forEach(it -> {
            var was = had.get(it.point());
            if (was == null) {
                all.add(Change.of(What.POINT_ADDED, it.place().name(), "", it));
            } else {
                note(all, What.PICKUP, it.place().name(), new Times(was), new Times(it));
            }
        });
        before.points.stream()
                .filter(it -> !has.containsKey(it.point()))
                .forEach(it -> all.add(Change.of(What.POINT_GONE, it.place().name(), it, "")));
        goods.forEach(it -> note(all, it));
        return all;
    }

    private record Times(Instant from, Instant until) {
        Times(CyclePoint point) {
            this(point.from(), point.until());
        }

        @Override
        public String toString() {
            return from + "/" + until;
        }
    }

    private static void note(List<Change> all, Goods goods) {
        var title = goods.title();
        var was = goods.was();
        if (was == null) {
            all.add(Change.of(What.GOODS_ADDED, title, "", goods.item().price()));
            return;
        }
        note(all, What.NAME, title, was.title(), title);
        note(all, What.PRICE, title, was.price(), goods.item().price());
        note(all, What.LIMIT, title, shown(was.limit()), shown(goods.item().limit()));
        note(all, What.CASE, title, was.terms().caseSize(), goods.item().terms().caseSize());
        note(all, What.DESCRIPTION, title, was.page().description(), goods.description());
        if (was.isStopped() != goods.stopped()) {
            all.add(Change.of(goods.stopped() ? What.STOPPED : What.SOLD_AGAIN, title, "", ""));
        }
    }

    private static String shown(@Nullable Integer limit) {
        return limit == null ? "–" : limit.toString();
    }

    private static void note(List<Change> all, What what, String about, Object was, Object becomes) {
        if (!was.equals(becomes)) {
            all.add(Change.of(what, about, was, becomes));
        }
    }

    static Map<UUID, CyclePoint> byId(List<CyclePoint> points) {
        return points.stream()
                .collect(Collectors.toMap(CyclePoint::point, Function.identity(), (first, again) -> first));
    }
}
