package tuanju.coupon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tuanju.money.Money;

/**
 * Which of some coupons an order takes: of all sets that go together the one that saves most, found by trying each. Amounts are
 * taken off before percentages, and each works on what those before it left; at least one fen is left to pay.
 */
final class BestSet {

    /** 2¹² sets are tried in a blink; of more coupons those that save most alone are looked at. */
    static final int MOST = 12;

    private static final Money ONE_FEN = Money.ofFen(1);

    private static final Comparator<Candidate> APPLIED = Comparator.comparing(
                    (Candidate it) -> it.terms().kind())
            .thenComparing(it -> it.code().value());

    private BestSet() {}

    /** A coupon and what it takes off. */
    record Taken(Candidate coupon, Money amount) {}

    /**
     * The best set, in the order in which it is taken off. Of sets that save the same the one whose coupons end earlier, then
     * the smaller one.
     *
     * @param left what of each line the discounts before left
     */
    static List<Taken> of(List<Candidate> usable, List<Money> left) {
        var start = new Attempt(List.of(), left, Set.of());
        var tried = usable.stream()
                .sorted(Comparator.comparing((Candidate it) ->
                                start.with(it).map(Attempt::saved).orElse(Money.ZERO))
                        .reversed()
                        .thenComparing(Candidate::endsAt))
                .limit(MOST)
                .sorted(APPLIED)
                .toList();
        return best(start, tried, 0).taken();
    }

    private static Attempt best(Attempt so, List<Candidate> all, int next) {
        if (next == all.size()) {
            return so;
        }
        var without = best(so, all, next + 1);
        return so.with(all.get(next))
                .map(it -> best(it, all, next + 1))
                .filter(it -> it.isBetterThan(without))
                .orElse(without);
    }

    private record Attempt(List<Taken> taken, List<Money> left, Set<String> groups) {

        Optional<Attempt> with(Candidate next) {
            var amount = least(next.terms().worth(next.of(left)), allButOneFen());
            if (amount.isZero()
                    || amount.isMoreThan(next.budgetLeft())
                    || groups.contains(next.terms().stacking())) {
                return Optional.empty();
            }
            var all = new ArrayList<>(taken);
            all.add(new Taken(next, amount));
            var used = new HashSet<>(groups);
            used.add(next.terms().stacking());
            return Optional.of(new Attempt(all, less(next, amount), used));
        }

        private Money allButOneFen() {
            var all = left.stream().reduce(Money.ZERO, Money::plus);
            return all.isZero() ? all : all.minus(ONE_FEN);
        }

        private List<Money> less(Candidate next, Money amount) {
            var parts = amount.split(IntStream.range(0, left.size())
                    .mapToObj(it -> next.lines().contains(it) ? left.get(it).fen() : 0L)
                    .toList());
            return IntStream.range(0, left.size())
                    .mapToObj(it -> left.get(it).minus(parts.get(it)))
                    .toList();
        }

        Money saved() {
            return taken.stream().map(Taken::amount).reduce(Money.ZERO, Money::plus);
        }

        boolean isBetterThan(Attempt other) {
            int more = saved().compareTo(other.saved());
            int later = more != 0 ? 0 : endsLater(other);
            return more > 0
                    || more == 0
                            && (later < 0
                                    || later == 0
                                            && taken.size() < other.taken().size());
        }

        /** Below zero where this one's coupons end earlier, one after the other. */
        private int endsLater(Attempt other) {
            var mine = ends();
            var theirs = other.ends();
            return IntStream.range(0, Math.min(mine.size(), theirs.size()))
                    .map(it -> mine.get(it).compareTo(theirs.get(it)))
                    .filter(it -> it != 0)
                    .findFirst()
                    .orElse(0);
        }

        private List<Instant> ends() {
            return taken.stream().map(it -> it.coupon().endsAt()).sorted().toList();
        }
    }

    private static Money least(Money one, Money other) {
        return one.isMoreThan(other) ? other : one;
    }
}
