package tuanju.cycle;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.catalog.SkuCard;
import tuanju.catalog.SkuId;
import tuanju.command.Invalid;
import tuanju.money.Money;

/**
 * The page's form for a new cycle, as typed.
 *
 * @param community its short code; empty where the leader leads only one
 */
record CycleForm(
        @Nullable String community,
        @Nullable String title,
        @Nullable String cutOff,
        @Nullable String pickupPoint,
        @Nullable String pickupFrom,
        @Nullable String pickupUntil,
        @Nullable List<Row> products) {

    /** One product: chosen from the catalogue, or typed in. */
    record Row(
            @Nullable String sku,
            @Nullable String chosen,
            @Nullable String name,
            @Nullable String spec,
            @Nullable String price,
            @Nullable String limit) {

        boolean isMeant() {
            return text(sku).isEmpty() ? !text(name).isEmpty() : !text(chosen).isEmpty();
        }

        CyclePlan.Item item(Map<SkuId, SkuCard> catalogue) {
            var price = money(text(this.price));
            var limit = text(this.limit).isEmpty() ? null : whole(text(this.limit));
            if (text(sku).isEmpty()) {
                return new CyclePlan.Item(null, text(name), text(spec), null, price, limit);
            }
            var card = catalogue.get(new SkuId(uuid("products", text(sku))));
            if (card == null) {
                throw new Invalid("products", "cycle-product-gone");
            }
            return new CyclePlan.Item(card.sku(), card.productName(), card.spec(), card.picture(), price, limit);
        }

        private static Money money(String typed) {
            if (!typed.matches("\\d{1,6}(\\.\\d{1,2})?")) {
                throw new Invalid("products", "cycle-price-unreadable", typed);
            }
            return Money.ofYuan(typed);
        }

        private static int whole(String typed) {
            if (!typed.matches("\\d{1,5}")) {
                throw new Invalid("products", "cycle-limit-unreadable", typed);
            }
            return Integer.parseInt(typed);
        }
    }

    List<Row> rows() {
        return products == null
                ? List.of()
                : products.stream().filter(Row::isMeant).toList();
    }

    CyclePlan plan(Instant now, ZoneId zone, PickupPlace place, Map<SkuId, SkuCard> catalogue) {
        var items = new ArrayList<CyclePlan.Item>();
        rows().forEach(row -> items.add(row.item(catalogue)));
        return new CyclePlan(
                text(title),
                items,
                now,
                moment("cutOff", text(cutOff), zone),
                place,
                moment("pickupFrom", text(pickupFrom), zone),
                moment("pickupUntil", text(pickupUntil), zone));
    }

    UUID point() {
        return uuid("pickupPoint", text(pickupPoint));
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static UUID uuid(String field, String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException unreadable) {
            throw new Invalid(field, "cycle-choice-missing");
        }
    }

    private static Instant moment(String field, String typed, ZoneId zone) {
        try {
            return LocalDateTime.parse(typed).atZone(zone).toInstant();
        } catch (DateTimeException unreadable) {
            throw new Invalid(field, "cycle-time-unreadable");
        }
    }
}
