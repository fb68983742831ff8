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
        String title,
        List<Item> items,
        Instant opens,
        Instant cutOff,
        PickupPlace pickup,
        Instant pickupFrom,
        Instant pickupUntil,
        CycleTerms terms) {

    private static final int LONGEST_TITLE = 80;
    private static final int MOST_ITEMS = 100;

    public CyclePlan {
        title = title.strip();
        items = List.copyOf(items);
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw new Invalid("title", "cycle-title", LONGEST_TITLE);
        }
        if (items.size() > MOST_ITEMS) {
            throw new Invalid("products", "cycle-products", MOST_ITEMS);
        }
        if (!opens.isBefore(cutOff)) {
            throw new Invalid("cutOff", "cycle-cut-off-past");
        }
        if (cutOff.isAfter(pickupFrom)) {
            throw new Invalid("pickupFrom", "cycle-pickup-before-cut-off");
        }
        if (!pickupFrom.isBefore(pickupUntil)) {
            throw new Invalid("pickupUntil", "cycle-pickup-ends-before-it-begins");
        }
        Capacity.check(items, terms.minimum());
        var fillUntil = terms.boxfillUntil();
        if (fillUntil != null && (!fillUntil.isAfter(cutOff) || fillUntil.isAfter(pickupFrom))) {
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

    /**
     * One product at this cycle's price.
     *
     * @param sku where it is in the catalogue, else null
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
