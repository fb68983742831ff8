package tuanju.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.coupon.BestSet.Taken;
import tuanju.membership.Visibility;
import tuanju.money.Money;
import tuanju.money.Percentage;
import tuanju.price.Funder;

@Label("An order takes the set of coupons that saves most")
class BestSetTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Example
    @Label("an amount first, then a percentage of what it left")
    void percentagesWorkOnWhatIsLeft() {
        var five = coupon(0, money(5_00), null, "a", 1, Set.of(0, 1));
        var tenth = coupon(1, money(50_00), 1000, "b", 1, Set.of(0, 1));

        assertThat(amounts(BestSet.of(List.of(tenth, five), List.of(money(60_00), money(45_00)))))
                .containsExactly(5_00L, 10_00L);
    }

    @Example
    void ofOneStackingGroupTheBetterOneIsTaken() {
        var three = coupon(0, money(3_00), null, "a", 1, Set.of(0));
        var five = coupon(1, money(5_00), null, "a", 2, Set.of(0));

        assertThat(codes(BestSet.of(List.of(three, five), List.of(money(50_00)))))
                .containsExactly(five.code());
    }

    @Example
    @Label("of two that save the same the one that ends earlier")
    void theOneThatEndsEarlierGoesFirst() {
        var late = coupon(0, money(5_00), null, "a", 9, Set.of(0));
        var early = coupon(1, money(5_00), null, "a", 2, Set.of(0));

        assertThat(codes(BestSet.of(List.of(late, early), List.of(money(50_00)))))
                .containsExactly(early.code());
    }

    @Example
    @Label("a coupon for one product takes nothing off another")
    void keepsToItsGoods() {
        var fruit = coupon(0, money(20_00), 5000, "a", 1, Set.of(1));

        assertThat(amounts(BestSet.of(List.of(fruit), List.of(money(90_00), money(10_00)))))
                .containsExactly(5_00L);
    }

    @Example
    @Label("one fen is left to pay, also where coupons are worth more than the order")
    void oneFenIsLeft() {
        var much = coupon(0, money(8_00), null, "a", 1, Set.of(0));
        var more = coupon(1, money(8_00), null, "b", 1, Set.of(0));

        assertThat(amounts(BestSet.of(List.of(much, more), List.of(money(10_00)))))
                .containsExactly(8_00L, 1_99L);
    }

    @Property(tries = 300)
    @Label("I-L12 no set that goes together saves more, none below zero, at least a fen to pay, each within its budget")
    void isExact(@ForAll("coupons") List<Candidate> coupons, @ForAll("lines") List<Money> lines) {
        var best = BestSet.of(coupons, lines);

        var saved = saved(best);
        assertThat(saved).isEqualTo(mostOf(coupons, lines));
        assertThat(saved).isLessThan(sum(lines));
        assertThat(best).allSatisfy(it -> {
            assertThat(it.amount().isZero()).isFalse();
            assertThat(it.amount().isMoreThan(it.coupon().budgetLeft())).isFalse();
            assertThat(it.amount().isMoreThan(it.coupon().terms().off())).isFalse();
        });
        assertThat(best.stream().map(it -> it.coupon().terms().stacking())).doesNotHaveDuplicates();
        assertThat(BestSet.of(coupons.reversed(), lines)).isEqualTo(best);
    }

    /** Every set there is, reckoned line by line with plain numbers. */
    private static long mostOf(List<Candidate> coupons, List<Money> lines) {
        return IntStream.range(0, 1 << coupons.size())
                .mapToLong(set -> worth(
                        IntStream.range(0, coupons.size())
                                .filter(it -> (set >> it & 1) == 1)
                                .mapToObj(coupons::get)
                                .sorted(Comparator.comparing(
                                                (Candidate it) -> it.terms().kind())
                                        .thenComparing(it -> it.code().value()))
                                .toList(),
                        lines))
                .max()
                .orElse(0);
    }

    /** Zero where they do not go together. */
    private static long worth(List<Candidate> set, List<Money> lines) {
        var groups = set.stream().map(it -> it.terms().stacking()).collect(Collectors.toSet());
        if (groups.size() < set.size()) {
            return 0;
        }
        var left = new ArrayList<>(lines);
        long saved = 0;
        for (var one : set) {
            long eligible =
                    one.lines().stream().mapToLong(it -> left.get(it).fen()).sum();
            var percent = one.terms().percent();
            long amount = Math.min(
                    one.terms().off().fen(), percent == null ? eligible : eligible * percent.basisPoints() / 10_000);
            amount = Math.min(amount, sum(left) - 1);
            if (amount <= 0 || amount > one.budgetLeft().fen()) {
                return 0;
            }
            var parts = money(amount)
                    .split(IntStream.range(0, left.size())
                            .mapToObj(it ->
                                    one.lines().contains(it) ? left.get(it).fen() : 0L)
                            .toList());
            for (int at = 0; at < left.size(); at++) {
                left.set(at, left.get(at).minus(parts.get(at)));
            }
            saved += amount;
        }
        return saved;
    }

    @Provide
    Arbitrary<List<Money>> lines() {
        return Arbitraries.longs()
                .between(1, 20_000)
                .map(BestSetTest::money)
                .list()
                .ofSize(4);
    }

    @Provide
    Arbitrary<List<Candidate>> coupons() {
        var one = Combinators.combine(
                        Arbitraries.longs().between(1, 8_000),
                        Arbitraries.integers().between(1, 9_900).injectNull(0.5),
                        Arbitraries.of("a", "b", "c", "d"),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of(0, 1, 2, 3).set().ofMinSize(1),
                        Arbitraries.longs().between(1, 20_000))
                .as((off, percent, group, day, lines, budget) -> new Candidate(
                        UUID.randomUUID(),
                        code(0),
                        "x",
                        terms(money(off), percent, group),
                        NOW.plusSeconds(86_400L * day),
                        money(budget),
                        true,
                        true,
                        lines));
        return one.list()
                .ofMaxSize(8)
                .map(all -> IntStream.range(0, all.size())
                        .mapToObj(it -> numbered(all.get(it), it))
                        .toList());
    }

    private static Candidate numbered(Candidate one, int number) {
        return new Candidate(
                one.id(),
                code(number),
                one.title(),
                one.terms(),
                one.endsAt(),
                one.budgetLeft(),
                one.first(),
                one.mayUse(),
                one.lines());
    }

    private static Candidate coupon(
            int number, Money off, @Nullable Integer basisPoints, String group, int days, Set<Integer> lines) {
        return new Candidate(
                UUID.randomUUID(),
                code(number),
                "x",
                terms(off, basisPoints, group),
                NOW.plusSeconds(86_400L * days),
                money(1_000_000),
                true,
                true,
                lines);
    }

    private static CouponTerms terms(Money off, @Nullable Integer basisPoints, String group) {
        return new CouponTerms(
                off,
                basisPoints == null ? null : new Percentage(basisPoints),
                Money.ZERO,
                CouponTerms.Goods.ALL,
                false,
                group,
                Funder.PLATFORM,
                Visibility.PUBLIC);
    }

    private static Code code(int number) {
        return new Code("TEST000000000" + LETTERS.charAt(number));
    }

    private static Money money(long fen) {
        return Money.ofFen(fen);
    }

    private static List<Long> amounts(List<Taken> taken) {
        return taken.stream().map(it -> it.amount().fen()).toList();
    }

    private static List<Code> codes(List<Taken> taken) {
        return taken.stream().map(it -> it.coupon().code()).toList();
    }

    private static long saved(List<Taken> taken) {
        return taken.stream().mapToLong(it -> it.amount().fen()).sum();
    }

    private static long sum(List<Money> lines) {
        return lines.stream().mapToLong(Money::fen).sum();
    }
}
