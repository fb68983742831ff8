package tuanju.household;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One page of the table, with what all that match come to.
 *
 * @param shown at most fifty
 * @param next after which household the next page begins; null on the last one
 * @param chips each chip with how many of the found words' households it picks out
 * @param found what all that match come to
 * @param all how many households there are at all
 */
record HouseholdsShown(
        HouseholdQuery query,
        List<HouseholdRow> shown,
        @Nullable String next,
        List<Counted> chips,
        HouseholdSum found,
        int all) {

    static final int PAGE = 50;

    HouseholdsShown {
        shown = List.copyOf(shown);
        chips = List.copyOf(chips);
    }

    /** A chip, and how many it picks out. */
    record Counted(Chip chip, int households) {

        /** One that picks nobody out is not worth its place, unless it is on. */
        boolean isWorthIt(Chip picked) {
            return households > 0 || chip == Chip.ALL || chip == picked;
        }
    }

    static HouseholdsShown of(List<HouseholdRow> all, HouseholdQuery query) {
        var said = said(all, query);
        var sorted = said.stream().sorted(query.sorted().order()).toList();
        var fits = picked(query);
        var rest = sorted.subList(begin(all, sorted, query), sorted.size()).stream()
                .filter(fits)
                .limit(PAGE + 1L)
                .toList();
        var shown = rest.subList(0, Math.min(PAGE, rest.size()));
        return new HouseholdsShown(
                query,
                shown,
                rest.size() > PAGE ? shown.getLast().key() : null,
                counted(said, query.picked()),
                HouseholdSum.of(said.stream().filter(fits).toList()),
                all.size());
    }

    /** All that match, wherever a page begins: what acts on many act on. */
    static List<HouseholdRow> matching(List<HouseholdRow> all, HouseholdQuery query) {
        return said(all, query).stream().filter(picked(query)).toList();
    }

    private static List<HouseholdRow> said(List<HouseholdRow> all, HouseholdQuery query) {
        var words = Words.of(query.words());
        return words.isNothing() ? all : all.stream().filter(words::fit).toList();
    }

    private static Predicate<HouseholdRow> picked(HouseholdQuery query) {
        return row -> row.isOn(query.picked());
    }

    /** Behind the household where the page before ended, also when it is not picked out any more: it has just been marked. */
    private static int begin(List<HouseholdRow> all, List<HouseholdRow> sorted, HouseholdQuery query) {
        var after = query.from();
        if (after == null) {
            return 0;
        }
        var order = query.sorted().order();
        return all.stream()
                .filter(it -> it.holds(after.value()))
                .findFirst()
                .map(it -> (int) sorted.stream()
                        .takeWhile(row -> order.compare(row, it) <= 0)
                        .count())
                .orElse(0);
    }

    private static List<Counted> counted(List<HouseholdRow> said, Chip picked) {
        return Arrays.stream(Chip.values())
                .map(chip -> new Counted(
                        chip, (int) said.stream().filter(it -> it.isOn(chip)).count()))
                .filter(it -> it.isWorthIt(picked))
                .toList();
    }
}
