package tuanju.receiving;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.order.book.OrderSheet;

/** Who would get what of the goods that came short, if it were confirmed now. */
record ShortagePlan(SharePolicy policy, List<Product> products) {

    /**
     * One product that came short.
     *
     * @param shares what each order that has it would get, in order of time
     */
    record Product(ReceivedGoods goods, List<Share> shares) {

        public Money refunds() {
            return Back.sum(shares.stream().map(Share::back)).refund();
        }
    }

    /**
     * What one order gets.
     *
     * @param household whose it is; orders of one door share it
     * @param isKept handed over, or partly paid back, before: it keeps what it has
     * @param back what goes back
     */
    record Share(OrderId order, Household household, int ordered, int given, boolean isKept, Back back) {

        public Money refund() {
            return back.refund();
        }
    }

    /**
     * What goes back for pieces that did not come.
     *
     * @param refund by itself, to where it was paid
     * @param byHand by the leader's own hand, who was paid
     * @param unasked nobody paid it, so that less is asked and nothing goes back
     */
    record Back(Money refund, Money byHand, Money unasked) {

        static final Back NOTHING = new Back(Money.ZERO, Money.ZERO, Money.ZERO);

        /**
         * So much less is asked of an order: what of that was paid goes back, by whoever was paid.
         *
         * @param open what the order still owes before that
         */
        static Back of(Money less, OrderSheet order, Money open) {
            if (order.kind() != OrderKind.IMPORT) {
                return new Back(less, Money.ZERO, Money.ZERO);
            }
            var unasked = less.compareTo(open) < 0 ? less : open;
            return new Back(Money.ZERO, less.minus(unasked), unasked);
        }

        Back plus(Back other) {
            return new Back(refund.plus(other.refund), byHand.plus(other.byHand), unasked.plus(other.unasked));
        }

        static Back sum(Stream<Back> all) {
            return all.reduce(NOTHING, Back::plus);
        }
    }

    /**
     * One door, or one order where the door is not known.
     *
     * @param door building and room; empty where they are not known
     */
    record Household(String key, String door, String name, boolean isInNeed) {}

    /**
     * Everything one household gets.
     *
     * @param order the first of its orders, by which it is ticked as being in need
     */
    record ForHousehold(Household household, OrderId order, List<Part> parts) {

        public boolean isFewer() {
            return parts.stream().anyMatch(it -> it.given() < it.ordered());
        }

        public Back back() {
            return Back.sum(parts.stream().map(Part::back));
        }
    }

    /** One product of one household. */
    record Part(
            ReceivedGoods goods,
            SharePolicy policy,
            boolean isInNeed,
            boolean isKept,
            int ordered,
            int given,
            Back back) {}

    public boolean isEmpty() {
        return products.isEmpty();
    }

    public Money refunds() {
        return back().refund();
    }

    /** All that goes back, by itself and by the leader's hand. */
    public Back back() {
        return Back.sum(products.stream().flatMap(it -> it.shares().stream()).map(Share::back));
    }

    /** Households that get less than they ordered first, then the others; each in order of time. */
    List<ForHousehold> households() {
        return products.stream()
                .flatMap(product -> product.shares().stream().map(Share::household))
                .distinct()
                .map(this::household)
                .sorted(Comparator.comparing(it -> !it.isFewer()))
                .toList();
    }

    private ForHousehold household(Household household) {
        var order = products.stream()
                .flatMap(product -> product.shares().stream())
                .filter(it -> it.household().equals(household))
                .findFirst()
                .orElseThrow();
        return new ForHousehold(
                household,
                order.order(),
                products.stream()
                        .map(product -> part(product, household))
                        .flatMap(Stream::ofNullable)
                        .toList());
    }

    private @Nullable Part part(Product product, Household household) {
        var mine = product.shares().stream()
                .filter(it -> it.household().equals(household))
                .toList();
        int ordered = mine.stream().mapToInt(Share::ordered).sum();
        int given = mine.stream().mapToInt(Share::given).sum();
        boolean isKept = mine.stream().allMatch(Share::isKept);
        return ordered == 0
                ? null
                : new Part(
                        product.goods(),
                        policy,
                        household.isInNeed(),
                        isKept,
                        ordered,
                        given,
                        Back.sum(mine.stream().map(Share::back)));
    }

    /** A check sum of everything that was shown: what changes the plan changes it. */
    public String token() {
        var text = policy + products.stream().map(ShortagePlan::text).collect(Collectors.joining());
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Product product) {
        var goods = product.goods();
        var shares = product.shares().stream()
                .map(it -> it.order().value() + "=" + it.given() + "/" + it.ordered() + it.isKept())
                .collect(Collectors.joining(","));
        return "\n" + goods.product() + " " + goods.usable() + "/" + goods.expected() + " " + shares;
    }
}
