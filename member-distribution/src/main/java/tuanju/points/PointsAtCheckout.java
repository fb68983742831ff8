package tuanju.points;

import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.database.message.OneMessage.Alongside;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.money.Percentage;
import tuanju.price.Basket;
import tuanju.price.BroughtAlong;
import tuanju.price.BuyersDiscounts;
import tuanju.price.Discount;
import tuanju.price.Funder;
import tuanju.price.Unmet;

/**
 * Lets a buyer pay a part of what they order with points: at most a tenth of the goods, a fen with each, and only where they say so. It
 * is the last step of a price, so that whatever counts what was paid counts none of it. Brought along as {@code points-320}.
 */
@Component
@Order(2)
@RequiredArgsConstructor
class PointsAtCheckout implements BuyersDiscounts {

    static final String CODE = "points-";
    private static final String SOURCE = "points";
    private static final Percentage MOST = Percentage.ofPercent(10);
    private static final int LONGEST = 7;

    private final PointsTermRows terms;
    private final MessageSource messages;

    @Override
    @Transactional(readOnly = true)
    public Offered on(Basket basket, List<Discount> before) {
        var usable = terms.usable(basket.community(), basket.buyer());
        if (usable.isEmpty()) {
            return Offered.NOTHING;
        }
        int most = Math.min(usable.get(), most(basket, before));
        var asked = asked(basket.brought());
        if (asked.isEmpty()) {
            return most == 0 ? Offered.NOTHING : new Offered(List.of(), List.of(leftOut(most)));
        }
        // whoever names a number has that one; a box on a page stands for as many as there may be
        boolean isNamed = basket.brought().only() != null;
        int points = isNamed ? Math.min(asked.getAsInt(), most) : most;
        var discounts = points == 0 ? List.<Discount>of() : List.of(discount(points));
        return new Offered(
                discounts, isNamed && asked.getAsInt() > most ? List.of(tooMany(asked.getAsInt(), most)) : List.of());
    }

    /** What was shown, at that number, and nothing looked up: setting it aside finds out whether they are there. */
    @Override
    public Offered placing(Basket basket, List<Discount> before) {
        var asked = asked(basket.brought());
        boolean fits = asked.isPresent() && asked.getAsInt() <= most(basket, before);
        return fits ? new Offered(List.of(discount(asked.getAsInt())), List.of()) : Offered.NOTHING;
    }

    @Override
    public List<Alongside> taking(CommunityId community, MemberId buyer, UUID order, List<Discount> taken) {
        return taken.stream()
                .filter(it -> it.source().equals(SOURCE))
                .map(it -> PointsHoldRows.holding(
                        new Owner(community, buyer),
                        order,
                        Math.toIntExact(it.amount().fen())))
                .toList();
    }

    /** A tenth of the goods, and one fen is left to pay. */
    private static int most(Basket basket, List<Discount> before) {
        var given = before.stream().map(Discount::amount).reduce(Money.ZERO, Money::plus);
        long left = basket.goods().fen() - given.fen() - 1;
        return (int) Math.clamp(left, 0, basket.goods().share(MOST).fen());
    }

    private static OptionalInt asked(BroughtAlong brought) {
        return Stream.concat(brought.shown().stream(), brought.only() == null ? Stream.of() : brought.only().stream())
                .filter(it -> it.startsWith(CODE))
                .map(it -> it.substring(CODE.length()))
                .filter(it ->
                        !it.isEmpty() && it.length() <= LONGEST && it.chars().allMatch(Character::isDigit))
                .mapToInt(Integer::parseInt)
                .filter(it -> it > 0)
                .findFirst();
    }

    private Discount discount(int points) {
        return new Discount(SOURCE, title(points), Funder.BUYER, Money.ofFen(points), CODE + points, null);
    }

    private Unmet leftOut(int points) {
        return new Unmet(Unmet.LEFT_OUT, title(points) + " − " + Money.ofFen(points), null, CODE + points, "");
    }

    private Unmet tooMany(int asked, int most) {
        return new Unmet("points", String.valueOf(most), null, CODE + asked, "");
    }

    private String title(int points) {
        return messages.getMessage(
                "points.use", new Object[] {String.valueOf(points)}, LocaleContextHolder.getLocale());
    }
}
