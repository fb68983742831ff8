package tuanju.household;

import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.money.Money;

/**
 * To which households something is done: those that are named, or all that match. Never all because nobody was named.
 *
 * @param household by which each is named, and with which money somebody saw it: see {@link HouseholdRow#seen}
 * @param all whether it is all that match
 * @param households how many matched when somebody saw them
 * @param openFen what was open by hand of all of them
 * @param backFen what was to be paid back to all of them
 */
record HouseholdWanted(
        @Nullable List<String> household,
        @Nullable Boolean all,
        @Nullable Integer households,
        @Nullable Long openFen,
        @Nullable Long backFen,
        @Nullable Chip chip,
        @Nullable String q,
        @Nullable Sort sort,
        @Nullable String after,
        @Nullable String open) {

    static final int MOST = 1000;

    /** The view in which it was wanted, to come back to. */
    HouseholdQuery query() {
        return new HouseholdQuery(chip, q, sort, after, open).checked();
    }

    /** Refuses with Invalid nobody at all, and more than are treated at once. */
    List<HouseholdRow> of(List<HouseholdRow> rows) {
        var found = Boolean.TRUE.equals(all)
                ? HouseholdsShown.matching(rows, query())
                : rows.stream()
                        .filter(row -> named().stream().anyMatch(it -> row.holds(it.key())))
                        .toList();
        if (found.isEmpty()) {
            throw new Invalid("household", "rows-none");
        }
        if (found.size() > MOST) {
            throw new Invalid("household", "rows-too-many", MOST);
        }
        return found;
    }

    /** Refuses with NothingToDo (409) another amount than was seen: what is noted is what the button said. */
    Marking sawOpen(Marking marking) {
        return saw(marking, it -> it.byHand().open().fen(), Named::openFen, openFen);
    }

    /** The same for what goes back. */
    Marking sawOwed(Marking marking) {
        return saw(marking, it -> it.dues().tooMuch().fen(), Named::backFen, backFen);
    }

    private Marking saw(
            Marking marking, ToLongFunction<HouseholdRow> now, ToLongFunction<Named> seen, @Nullable Long seenOfAll) {
        var rows = marking.rows();
        long sum = rows.stream().mapToLong(now).sum();
        boolean isSame = Boolean.TRUE.equals(all)
                ? Objects.equals(seenOfAll, sum) && Objects.equals(households, rows.size())
                : rows.stream().allMatch(row -> now.applyAsLong(row) == seen(row, seen));
        if (!isSame) {
            throw NothingToDo.otherAmount(Money.ofFen(sum), rows.size());
        }
        return marking;
    }

    /** Two that were seen apart may have become one meanwhile. */
    private long seen(HouseholdRow row, ToLongFunction<Named> seen) {
        return named().stream()
                .filter(it -> row.holds(it.key()))
                .mapToLong(seen)
                .sum();
    }

    private List<Named> named() {
        return Objects.requireNonNullElse(household, List.<String>of()).stream()
                .map(Named::read)
                .distinct()
                .toList();
    }

    /** A household as somebody saw it; with an amount of -1 where they do not say what they saw. */
    private record Named(String key, long openFen, long backFen) {

        private static final Pattern SEEN = Pattern.compile("([0-9A-Z]{14}):([0-9]{1,15}):([0-9]{1,15})");

        static Named read(String said) {
            var seen = SEEN.matcher(said);
            return seen.matches()
                    ? new Named(seen.group(1), Long.parseLong(seen.group(2)), Long.parseLong(seen.group(3)))
                    : new Named(said, -1, -1);
        }
    }
}
