package tuanju.cycle;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.catalog.SkuId;
import tuanju.command.Invalid;
import tuanju.money.Money;
import tuanju.picture.PictureRef;

/** What a leader decides before a cycle opens. */
public record CyclePlan(
        String title, List<Item> items, Instant opens, Instant cutOff, List<CyclePoint> points, CycleTerms terms) {

    private static final int LONGEST_TITLE = 80;
    private static final int MOST_ITEMS = 100;
    private static final int MOST_POINTS = 20;

    public CyclePlan {
        title = title.strip();
        items = List.copyOf(items);
        points = List.copyOf(points);
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw new Invalid("title", "cycle-title", LONGEST_TITLE);
        }
        if (items.size() > MOST_ITEMS) {
            throw new Invalid("products", "cycle-products", MOST_ITEMS);
        }
        if (!opens.isBefore(cutOff)) {
            throw new Invalid("cutOff", "cycle-cut-off-past");
        }
        check(points, cutOff);
        Capacity.check(items, terms.minimum());
        var fillUntil = terms.boxfillUntil();
        if (fillUntil != null && (!fillUntil.isAfter(cutOff) || fillUntil.isAfter(first(points)))) {
            throw new Invalid("boxfillUntil", "cycle-boxfill-between");
        }
        if (items.stream()
                        .map(item -> item.name() + "\0" + item.spec())
                        .distinct()
                        .count()
                < items.size()) {
            throw new Invalid("products", "cycle-product-twice");
        }
    }

    /** A cycle collected at one point. */
    public CyclePlan(
            String title,
            List<Item> items,
            Instant opens,
            Instant cutOff,
            PickupPlace pickup,
            Instant pickupFrom,
            Instant pickupUntil,
            CycleTerms terms) {
        this(title, items, opens, cutOff, List.of(new CyclePoint(pickup, pickupFrom, pickupUntil)), terms);
    }

    /** A cycle that goes ahead with whatever was ordered. */
    public CyclePlan(
            String title,
            List<Item> items,
            Instant opens,
            Instant cutOff,
            PickupPlace pickup,
            Instant pickupFrom,
            Instant pickupUntil) {
        this(title, items, opens, cutOff, pickup, pickupFrom, pickupUntil, CycleTerms.NONE);
    }

    /** The place that comes first; lists and imports that know no other take it. */
    public PickupPlace pickup() {
        return points.getFirst().place();
    }

    /** When the first of its points begins. */
    public Instant pickupFrom() {
        return first(points);
    }

    /** When the last of its points ends. */
    public Instant pickupUntil() {
        return points.stream().map(CyclePoint::until).max(Instant::compareTo).orElseThrow();
    }

    private static Instant first(List<CyclePoint> points) {
        return points.stream().map(CyclePoint::from).min(Instant::compareTo).orElseThrow();
    }

    private static void check(List<CyclePoint> points, Instant cutOff) {
        if (points.isEmpty() || points.size() > MOST_POINTS) {
            throw new Invalid("points", "cycle-points", MOST_POINTS);
        }
        if (points.stream().map(CyclePoint::point).distinct().count() < points.size()) {
            throw new Invalid("points", "cycle-point-twice");
        }
        for (int at = 0; at < points.size(); at++) {
            points.get(at).check(at == 0 ? "" : "points[%d].".formatted(at), cutOff);
        }
    }

    /**
     * One product at this cycle's price.
     *
     * @param sku where it is in the catalogue, else null
     * @param price of a piece; where it is sold by weight the heaviest it may be, whatever was said
     * @param limit pieces for all members together; null without a limit
     */
    public record Item(
            @Nullable SkuId sku,
            String name,
            String spec,
            @Nullable PictureRef picture,
            Money price,
            @Nullable Integer limit,
            ProductTerms terms) {

        private static final int LONGEST = 60;

        public Item {
            if (terms.weight() != null) {
                price = terms.weight().top();
            }
            if (name.isBlank() || name.length() > LONGEST || spec.length() > LONGEST) {
                throw new Invalid("products", "cycle-product-name", LONGEST);
            }
            if (price.fen() > 10_000_000) {
                throw new Invalid("products", "cycle-product-price", name);
            }
            if (limit != null && (limit < 1 || limit > 99_999)) {
                throw new Invalid("products", "cycle-product-limit", name);
            }
            Capacity.check(name, price, limit, terms);
        }

        /** What a cycle sold, to be sold once more. */
        public static Item of(CycleProduct product) {
            return new Item(
                    product.sku(),
                    product.name(),
                    product.spec(),
                    product.picture(),
                    product.price(),
                    product.limit(),
                    product.terms());
        }

        /** By the piece, however few. */
        public Item(
                @Nullable SkuId sku,
                String name,
                String spec,
                @Nullable PictureRef picture,
                Money price,
                @Nullable Integer limit) {
            this(sku, name, spec, picture, price, limit, ProductTerms.LOOSE);
        }
    }
}
