package tuanju.price;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the boxes of fragment {@code price/_brought} say: those it offered, of which some are still ticked. */
public final class CouponChoice {

    private static final int MOST = 40;
    private static final int LONGEST = 700;

    private CouponChoice() {}

    /** Whether a page of ours may have offered this: longer ones are not handed on in addresses. */
    public static boolean isOffered(@Nullable String offered) {
        return offered != null && offered.length() <= LONGEST;
    }

    /** Offered are codes with commas between. */
    public static BroughtAlong of(@Nullable String offered, Predicate<String> ticked) {
        if (offered == null || offered.isBlank()) {
            return BroughtAlong.BEST;
        }
        var shown = Arrays.stream(offered.split(","))
                .limit(MOST)
                .collect(Collectors.partitioningBy(ticked, Collectors.toSet()));
        return new BroughtAlong(null, shown.getOrDefault(false, Set.of()), shown.getOrDefault(true, Set.of()));
    }
}
