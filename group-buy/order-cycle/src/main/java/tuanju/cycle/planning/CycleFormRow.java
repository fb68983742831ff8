package tuanju.cycle.planning;

import static tuanju.cycle.planning.CycleForm.text;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tuanju.catalog.SkuCard;
import tuanju.catalog.SkuId;
import tuanju.command.Invalid;
import tuanju.cycle.ByWeight;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.Minimum;
import tuanju.cycle.ProductTerms;
import tuanju.money.Money;

/** One product of the form for a new cycle: chosen from the catalogue, or typed in. */
record CycleFormRow(
        @Nullable String sku,
        @Nullable String chosen,
        @Nullable String name,
        @Nullable String spec,
        @Nullable String price,
        @Nullable String limit,
        @Nullable String caseSize,
        @Nullable String minimum,
        @Nullable String grams,
        @Nullable String band) {

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("cycle-product-name", "name"),
            Map.entry("cycle-product-price", "price"),
            Map.entry("cycle-price-unreadable", "price"),
            Map.entry("cycle-price-missing", "price"),
            Map.entry("cycle-product-limit", "limit"),
            Map.entry("cycle-limit-unreadable", "limit"),
            Map.entry("cycle-limit-below-case", "limit"),
            Map.entry("cycle-case-size", "caseSize"),
            Map.entry("cycle-grams", "grams"),
            Map.entry("cycle-band", "band"),
            Map.entry("cycle-minimum", "minimum"),
            Map.entry("cycle-minimum-unreadable", "minimum"),
            Map.entry("cycle-minimum-above-limit", "minimum"));
    private static final int LARGEST_CASE = 9_999;
    private static final int USUAL_BAND = 10;

    static CycleFormRow of(SkuCard card) {
        return new CycleFormRow(
                card.sku().value().toString(), "", "", "", card.price().yuan(), "", "", "", "", "");
    }

    /** A product of a plan, chosen or typed in. */
    static CycleFormRow of(CyclePlan.Item item) {
        var sku = item.sku();
        var terms = item.terms();
        var minimum = terms.minimum();
        var weight = terms.weight();
        return new CycleFormRow(
                sku == null ? "" : sku.value().toString(),
                sku == null ? "" : "on",
                sku == null ? item.name() : "",
                sku == null ? item.spec() : "",
                weight == null ? item.price().yuan() : weight.per500g().yuan(),
                item.limit() == null ? "" : item.limit().toString(),
                terms.isCased() ? Integer.toString(terms.caseSize()) : "",
                minimum == null ? "" : Long.toString(minimum.amount()),
                weight == null ? "" : Integer.toString(weight.grams()),
                weight == null ? "" : Integer.toString(weight.bandPercent()));
    }

    static CycleFormRow empty() {
        return new CycleFormRow("", "", "", "", "", "", "", "", "", "");
    }

    public boolean isFromCatalogue() {
        return !text(sku).isEmpty();
    }

    /** Whether the leader wants this product: ticked it, or typed anything. */
    public boolean isMeant() {
        return isFromCatalogue()
                ? !text(chosen).isEmpty()
                : !(text(name) + text(spec) + text(price) + text(limit) + more()).isEmpty();
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
        var most = text(limit).isEmpty() ? null : whole(text(limit), "cycle-limit-unreadable");
        if (!isFromCatalogue()) {
            return new CyclePlan.Item(null, text(name), text(spec), null, money, most, terms(money));
        }
        var card = catalogue.get(new SkuId(CycleForm.uuid("products", text(sku))));
        if (card == null) {
            throw new Invalid("products", "cycle-product-gone");
        }
        return new CyclePlan.Item(
                card.sku(), card.productName(), card.spec(), card.picture(), money, most, terms(money));
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

    /** Its own minimum counts cases where it comes in cases, else pieces. */
    private ProductTerms terms(Money price) {
        if (!text(caseSize).matches("\\d{0,4}")) {
            throw new Invalid("products", "cycle-case-size", LARGEST_CASE);
        }
        int size = text(caseSize).isEmpty() ? 1 : Integer.parseInt(text(caseSize));
        var kind = size > 1 ? Minimum.Kind.CASES : Minimum.Kind.PIECES;
        var least =
                text(minimum).isEmpty() ? null : new Minimum(kind, whole(text(minimum), "cycle-minimum-unreadable"));
        return new ProductTerms(size, least, weight(price));
    }

    /** With a weight the price is that of 500 g. */
    private @Nullable ByWeight weight(Money price) {
        if (text(grams).isEmpty()) {
            return null;
        }
        return new ByWeight(
                measure(text(grams), "cycle-grams", ByWeight.HEAVIEST_ESTIMATE),
                text(band).isEmpty() ? USUAL_BAND : measure(text(band), "cycle-band", ByWeight.WIDEST_BAND),
                price);
    }

    private static int measure(String typed, String refusal, int most) {
        if (!typed.matches("\\d{1,6}")) {
            throw new Invalid("products", refusal, most);
        }
        return Integer.parseInt(typed);
    }

    /** Whether it says more than price and limit, so that the page shows it. */
    public boolean isWithTerms() {
        return !more().isEmpty();
    }

    private String more() {
        return text(caseSize) + text(minimum) + text(grams) + text(band);
    }

    private static int whole(String typed, String refusal) {
        if (!typed.matches("\\d{1,5}")) {
            throw new Invalid("products", refusal, typed);
        }
        return Integer.parseInt(typed);
    }
}
