package tuanju.coupon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.database.message.OneMessage.Alongside;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.price.Basket;
import tuanju.price.BuyersDiscounts;
import tuanju.price.Discount;
import tuanju.price.Funder;
import tuanju.price.Shares;
import tuanju.price.Unmet;

/** Takes a buyer's coupons off what they order: the set that saves most, and why not the others. */
@Component
@Order(1)
@RequiredArgsConstructor
class CouponsAtCheckout implements BuyersDiscounts {

    static final String SOURCE = "coupon";

    private final CandidateRows candidates;

    /** A basket and what the discounts before leave of it. */
    private record Seen(Basket basket, List<Money> amounts, boolean leaderGives) {}

    @Override
    @Transactional(readOnly = true)
    public Offered on(Basket basket, List<Discount> before) {
        var all = candidates.of(basket);
        if (all.isEmpty()) {
            return Offered.NOTHING;
        }
        var amounts = basket.lines().stream().map(Basket.Line::amount).toList();
        var seen = new Seen(basket, amounts, before.stream().anyMatch(it -> it.funder() == Funder.LEADER));
        var usable = all.stream().filter(it -> whyNot(it, seen).isEmpty()).toList();
        var best = BestSet.of(usable, Shares.left(before, amounts));
        var taken = best.stream().map(it -> it.coupon().id()).collect(Collectors.toSet());
        return new Offered(best.stream().map(CouponsAtCheckout::discount).toList(), unmet(all, seen, taken));
    }

    @Override
    public List<Alongside> taking(CommunityId community, MemberId buyer, UUID order, List<Discount> taken) {
        var mine = taken.stream().filter(it -> it.source().equals(SOURCE)).toList();
        return mine.isEmpty() ? List.of() : List.of(UseRows.holding(community, buyer, order, mine));
    }

    private static Discount discount(BestSet.Taken taken) {
        var coupon = taken.coupon();
        return new Discount(
                SOURCE,
                coupon.title(),
                coupon.terms().funder(),
                taken.amount(),
                coupon.code().value(),
                coupon.lines());
    }

    /** Who named some wants to hear of those only. */
    private static List<Unmet> unmet(List<Candidate> all, Seen seen, Set<UUID> taken) {
        var unmet = new ArrayList<Unmet>();
        var brought = seen.basket().brought();
        for (var one : all) {
            boolean isNamed =
                    brought.only() == null || brought.only().contains(one.code().value());
            if (isNamed && !taken.contains(one.id())) {
                unmet.add(whyNot(one, seen).orElseGet(() -> because("coupon-not-best", one, null)));
            }
        }
        return unmet;
    }

    private static Optional<Unmet> whyNot(Candidate one, Seen seen) {
        var terms = one.terms();
        var counts = one.of(seen.amounts());
        if (!seen.basket().brought().takes(one.code().value())) {
            return Optional.of(because(Unmet.LEFT_OUT, one, null));
        }
        if (terms.from().isMoreThan(counts)) {
            var what = terms.goods().name().isEmpty() ? "coupon-missing" : "coupon-missing-of";
            return Optional.of(because(what, one, terms.from().minus(counts)));
        }
        if (counts.isZero()) {
            return Optional.of(because("coupon-other-goods", one, null));
        }
        if (!one.mayUse()) {
            return Optional.of(because("coupon-not-level", one, null));
        }
        if (!one.first()) {
            return Optional.of(because("coupon-not-first", one, null));
        }
        if (seen.leaderGives() && terms.stacking().equals(Campaigns.LEADERS)) {
            return Optional.of(because("coupon-leader-gives", one, null));
        }
        return terms.worth(counts).isMoreThan(one.budgetLeft())
                        && terms.leastWorth().isMoreThan(one.budgetLeft())
                ? Optional.of(because("coupon-budget", one, null))
                : Optional.empty();
    }

    private static Unmet because(String what, Candidate one, @Nullable Money missing) {
        return new Unmet(
                what,
                one.title(),
                missing,
                one.code().value(),
                one.terms().goods().name());
    }
}
