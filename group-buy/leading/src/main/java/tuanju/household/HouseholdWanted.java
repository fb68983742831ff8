package tuanju.household;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;

/**
 * To which households something is done: those that are named, or all that match. Never all because nobody was named.
 *
 * @param all whether it is all that match; then it says how many somebody saw
 */
record HouseholdWanted(
        @Nullable List<String> household,
        @Nullable Boolean all,
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
                        .filter(row -> named().stream().anyMatch(row::holds))
                        .toList();
        if (found.isEmpty()) {
            throw new Invalid("household", "rows-none");
        }
        if (found.size() > MOST) {
            throw new Invalid("household", "rows-too-many", MOST);
        }
        return found;
    }

    private List<String> named() {
        return Objects.requireNonNullElse(household, List.of());
    }
}
