package tuanju.price;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;

/**
 * Which of what they could bring along a buyer wants to use, by its codes.
 *
 * @param only just these; null for the best of all
 * @param without of the best of all none of these
 * @param shown those that the price was shown with: without one of them it is another price
 */
public record BroughtAlong(@Nullable Set<String> only, Set<String> without, Set<String> shown) {

    private static final int MOST = 10;
    private static final int LONGEST = 40;

    /** Whatever is best. */
    public static final BroughtAlong BEST = new BroughtAlong(null, Set.of(), Set.of());

    /** Nothing, also where there is something. */
    public static final BroughtAlong NOTHING = new BroughtAlong(Set.of(), Set.of(), Set.of());

    public BroughtAlong {
        only = only == null ? null : Set.copyOf(only);
        without = Set.copyOf(without);
        shown = Set.copyOf(shown);
    }

    /** Just these, and at no other price; the best where nothing is said. Refuses with Invalid what can be no codes. */
    public static BroughtAlong only(@Nullable List<String> codes) {
        if (codes == null) {
            return BEST;
        }
        if (codes.size() > MOST || !codes.stream().allMatch(BroughtAlong::isCode)) {
            throw new Invalid("coupons", "quote-coupons", MOST, LONGEST);
        }
        return new BroughtAlong(Set.copyOf(codes), Set.of(), Set.copyOf(codes));
    }

    private static boolean isCode(@Nullable String code) {
        return code != null && !code.isBlank() && code.length() <= LONGEST;
    }

    /** Whether this one may be used. */
    public boolean takes(String code) {
        return only == null ? !without.contains(code) : only.contains(code);
    }
}
