package tuanju.cycle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tuanju.money.Money;

/**
 * Who would get what if the cycle were decided now: full cases of each product, without the products that are short of
 * their own minimum. A rule and nothing else: the same shares in the same order always give the same answer.
 */
public final class Allocation {

    /** Why somebody is given what they are given; the words are {@code order.cause.<this>}. */
    static final String AS_ORDERED = "as-ordered";

    public static final String TOLERANCE_NOT_NEEDED = "tolerance-not-needed";
    public static final String CASE_NOT_FULL = "case-not-full";
    static final String PRODUCT_SHORT = "product-short";

    private final Map<UUID, OfProduct> products = new LinkedHashMap<>();

    /** One order's pieces of one product, and why so many. */
    public record Given(CycleShare share, int pieces, String cause) {}

    /** One product: its cases as they stand, and whether it goes ahead. */
    public record OfProduct(CycleProduct product, CaseFilling filling, List<Given> given, Minimum.Standing standing) {

        /** What its own minimum still lacks; nothing without one. */
        long missing() {
            var minimum = product.terms().minimum();
            return minimum == null ? 0 : minimum.missing(standing);
        }
    }

    /** The shares stand in order of time. */
    public static Allocation of(List<CycleProduct> products, List<CycleShare> shares) {
        var allocation = new Allocation();
        var byProduct = new HashMap<UUID, List<CycleShare>>();
        shares.forEach(share -> byProduct
                .computeIfAbsent(share.product(), it -> new ArrayList<>())
                .add(share));
        products.forEach(product -> allocation.products.put(
                product.id(), ofProduct(product, byProduct.getOrDefault(product.id(), List.of()))));
        return allocation;
    }

    public List<OfProduct> products() {
        return List.copyOf(products.values());
    }

    /** Everything each share is given, products short of their own minimum with nothing. */
    public List<Given> given() {
        return products.values().stream()
                .flatMap(it -> it.missing() == 0 ? it.given().stream() : nothing(it))
                .toList();
    }

    /** What would be ordered from the supplier. */
    public Minimum.Standing standing() {
        var money = Money.ZERO;
        long pieces = 0;
        long cases = 0;
        Set<UUID> orders = new HashSet<>();
        for (var one : products.values()) {
            if (one.missing() == 0) {
                money = money.plus(one.standing().money());
                pieces += one.standing().pieces();
                cases += one.standing().cases();
                one.given().stream()
                        .filter(it -> it.pieces() > 0)
                        .forEach(it -> orders.add(it.share().order()));
            }
        }
        return new Minimum.Standing(money, orders.size(), pieces, cases);
    }

    /** Whether a product goes ahead with a case that people could still fill. */
    public boolean hasOpenCases() {
        return products.values().stream().anyMatch(it -> it.filling().missing() > 0);
    }

    private static OfProduct ofProduct(CycleProduct product, List<CycleShare> shares) {
        var filling = CaseFilling.of(
                product.terms().caseSize(), shares.stream().map(CycleShare::ask).toList());
        var given = new ArrayList<Given>(shares.size());
        var pieces = filling.given();
        for (int i = 0; i < shares.size(); i++) {
            given.add(new Given(shares.get(i), pieces.get(i), cause(shares.get(i), pieces.get(i))));
        }
        long orders = given.stream()
                .filter(it -> it.pieces() > 0)
                .map(it -> it.share().order())
                .distinct()
                .count();
        var money = Money.ofFen(Math.multiplyExact(product.price().fen(), filling.pieces()));
        long cases = product.terms().isCased() ? filling.cases() : 0;
        return new OfProduct(product, filling, given, new Minimum.Standing(money, orders, filling.pieces(), cases));
    }

    private static java.util.stream.Stream<Given> nothing(OfProduct product) {
        return product.given().stream().map(it -> new Given(it.share(), 0, PRODUCT_SHORT));
    }

    private static String cause(CycleShare share, int pieces) {
        if (pieces < share.quantity()) {
            return CASE_NOT_FULL;
        }
        return pieces < share.most() ? TOLERANCE_NOT_NEEDED : AS_ORDERED;
    }
}
