package tuanju.cycle;

import static tuanju.cycle.CycleForm.text;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tuanju.catalog.SkuCard;
import tuanju.catalog.SkuId;
import tuanju.command.Invalid;
import tuanju.money.Money;

/** One product of the form for a new cycle: chosen from the catalogue, or typed in. */
record CycleFormRow(
        @Nullable String sku,
        @Nullable String chosen,
        @Nullable String name,
        @Nullable String spec,
        @Nullable String price,
        @Nullable String limit) {

    private static final Map<String, String> FIELDS = Map.of(
            "cycle-product-name", "name",
            "cycle-product-price", "price",
            "cycle-price-unreadable", "price",
            "cycle-price-missing", "price",
            "cycle-product-limit", "limit",
            "cycle-limit-unreadable", "limit");

    static CycleFormRow of(SkuCard card) {
        return new CycleFormRow(
                card.sku().value().toString(), "", "", "", card.price().yuan(), "");
    }

    static CycleFormRow empty() {
        return new CycleFormRow("", "", "", "", "", "");
    }

    public boolean isFromCatalogue() {
        return !text(sku).isEmpty();
    }

    /** Whether the leader wants this product: ticked it, or typed anything. */
    public boolean isMeant() {
        return isFromCatalogue()
                ? !text(chosen).isEmpty()
                : !(text(name) + text(spec) + text(price) + text(limit)).isEmpty();
    }

    /** The product of this row; refuses with Invalid for the field {@code products[at].…} that cannot be used. */
    CyclePlan.Item itemAt(int at, Map<SkuId, SkuCard> catalogue) {
        try {
            return item(catalogue);
        } catch (Invalid refusal) {
            var field = FIELDS.get(refusal.getType());
            var path = field == null ? "products" : "products[%d].%s".formatted(at, field);
            throw new Invalid(path, refusal.getType(), refusal.getArguments());
        }
    }

    private CyclePlan.Item item(Map<SkuId, SkuCard> catalogue) {
        var money = money(text(price));
        var most = text(limit).isEmpty() ? null : whole(text(limit));
        if (!isFromCatalogue()) {
            return new CyclePlan.Item(null, text(name), text(spec), null, money, most);
        }
        var card = catalogue.get(new SkuId(CycleForm.uuid("products", text(sku))));
        if (card == null) {
            throw new Invalid("products", "cycle-product-gone");
        }
        return new CyclePlan.Item(card.sku(), card.productName(), card.spec(), card.picture(), money, most);
    }

    private static Money money(String typed) {
        if (typed.isEmpty()) {
            throw new Invalid("products", "cycle-price-missing");
        }
        if (!typed.matches("\\d{1,6}(\\.\\d{1,2})?") || Money.ofYuan(typed).isZero()) {
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
