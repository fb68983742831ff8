package tuanju.cycle.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.catalog.Catalog;
import tuanju.catalog.SkuId;
import tuanju.command.Invalid;
import tuanju.community.PickupPoints;
import tuanju.cycle.ByWeight;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.CyclePoint;
import tuanju.cycle.CyclePoints;
import tuanju.cycle.CycleProducts;
import tuanju.cycle.PickupPlace;
import tuanju.cycle.ProductTerms;
import tuanju.database.Ids;
import tuanju.money.Money;

/** Reads what an open cycle is, and what it would be as its leader wants it. */
@Component
@RequiredArgsConstructor
class EditReading {

    private static final int LONGEST_INTRODUCTION = 500;
    private static final int LONGEST_DESCRIPTION = 300;

    private final CycleProducts products;
    private final CyclePoints points;
    private final PickupPoints own;
    private final Catalog catalog;
    private final EditRows rows;

    Edition now(CycleCard cycle) {
        return new Edition(
                cycle,
                cycle.title(),
                rows.introduction(cycle),
                cycle.cutOff(),
                points.of(cycle),
                products.of(cycle).stream().map(Edition.Goods::of).toList());
    }

    /** Refuses with Invalid what cannot be read or no cycle can be. */
    Edition wanted(Edition now, EditWish wish) {
        var wanted = new Edition(
                now.cycle(),
                wish.title() == null ? now.title() : wish.title().strip(),
                text("introduction", wish.introduction(), now.introduction(), LONGEST_INTRODUCTION),
                wish.cutOff() == null ? now.cutOff() : wish.cutOff(),
                wish.points() == null
                        ? now.points()
                        : wish.points().stream().map(it -> point(now, it)).toList(),
                wish.products() == null ? now.goods() : goods(now, wish.products()));
        wanted.plan();
        return wanted;
    }

    private CyclePoint point(Edition now, EditWish.At at) {
        var had = Edition.byId(now.points()).get(at.point());
        var place = had != null
                ? had.place()
                : own.ledBy(now.cycle().community(), now.cycle().leader()).stream()
                        .filter(it -> it.open() && it.id().equals(at.point()))
                        .findFirst()
                        .map(PickupPlace::of)
                        .orElseThrow(() -> new Invalid("points", "cycle-choice-missing"));
        return new CyclePoint(place, at.pickupFrom(), at.pickupUntil());
    }

    private List<Edition.Goods> goods(Edition now, List<EditWish.Goods> wishes) {
        var named = wishes.stream()
                .filter(it -> it.id() != null)
                .collect(Collectors.toMap(EditWish.Goods::id, it -> it, (first, again) -> {
                    throw new Invalid("products", "cycle-product-twice");
                }));
        var all = new ArrayList<Edition.Goods>();
        for (var goods : now.goods()) {
            var wish = named.remove(goods.id());
            all.add(wish == null ? goods : changed(goods, wish));
        }
        if (!named.isEmpty()) {
            throw new Invalid("products", "cycle-product-gone");
        }
        wishes.stream().filter(it -> it.id() == null).forEach(it -> all.add(added(now.cycle(), it)));
        return all;
    }

    private static Edition.Goods changed(Edition.Goods now, EditWish.Goods wish) {
        var item = now.item();
        var terms = new ProductTerms(
                wish.caseSize() == null ? item.terms().caseSize() : wish.caseSize(),
                item.terms().minimum(),
                weight(item.terms().weight(), wish.priceFen()));
        return new Edition.Goods(
                now.id(),
                now.was(),
                new CyclePlan.Item(
                        item.sku(),
                        wish.name() == null ? item.name() : wish.name().strip(),
                        wish.spec() == null ? item.spec() : wish.spec().strip(),
                        item.picture(),
                        wish.priceFen() == null ? item.price() : price(item.name(), wish.priceFen()),
                        limit(wish.limit(), item.limit()),
                        terms),
                text("description", wish.description(), now.description(), LONGEST_DESCRIPTION),
                wish.stopped() == null ? now.stopped() : wish.stopped());
    }

    private static @Nullable ByWeight weight(@Nullable ByWeight was, @Nullable Long per500g) {
        return was == null || per500g == null
                ? was
                : new ByWeight(was.grams(), was.bandPercent(), price("500 g", per500g));
    }

    private Edition.Goods added(CycleCard cycle, EditWish.Goods wish) {
        var name = wish.name() == null ? "" : wish.name().strip();
        var spec = wish.spec() == null ? "" : wish.spec().strip();
        var money = price(name, wish.priceFen() == null ? 0 : wish.priceFen());
        var item = wish.sku() == null
                ? new CyclePlan.Item(null, name, spec, null, money, limit(wish.limit(), null))
                : ofCatalogue(cycle, wish.sku(), money, limit(wish.limit(), null));
        return new Edition.Goods(
                Ids.next(),
                null,
                item,
                text("description", wish.description(), "", LONGEST_DESCRIPTION),
                Boolean.TRUE.equals(wish.stopped()));
    }

    private CyclePlan.Item ofCatalogue(CycleCard cycle, UUID sku, Money price, @Nullable Integer limit) {
        var card = catalog.sku(cycle.community(), new SkuId(sku));
        return new CyclePlan.Item(card.sku(), card.productName(), card.spec(), card.picture(), price, limit);
    }

    private static @Nullable Integer limit(@Nullable Integer wanted, @Nullable Integer now) {
        return wanted == null ? now : wanted == 0 ? null : wanted;
    }

    private static Money price(String name, long fen) {
        if (fen < 1) {
            throw new Invalid("products", "cycle-product-price", name);
        }
        return Money.ofFen(fen);
    }

    private static String text(String field, @Nullable String wanted, String now, int longest) {
        var text = wanted == null ? now : wanted.strip();
        if (text.length() > longest) {
            throw new Invalid(field, "cycle-text-too-long", longest);
        }
        return text;
    }
}
