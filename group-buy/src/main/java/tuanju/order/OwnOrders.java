package tuanju.order;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;

/**
 * A buyer's orders as they look through them: newest first, one page at a time.
 *
 * @param words what was looked for; empty for all
 * @param after after which order this page begins; null on the first one
 * @param next after which order the next page begins; null on the last one
 */
record OwnOrders(
        String words,
        List<OrderCard> shown,
        @Nullable Code after,
        @Nullable Code next) {

    static final int PAGE = 20;

    /** Of as many as fit one page, and one more where there is a next one. */
    static OwnOrders of(List<OrderCard> found, String words, @Nullable Code after) {
        var shown = List.copyOf(found.subList(0, Math.min(PAGE, found.size())));
        return new OwnOrders(
                words, shown, after, found.size() > PAGE ? shown.getLast().code() : null);
    }

    /** Whether there is anything to look through that this page does not show at once. */
    public boolean isLong() {
        return next != null || after != null || !words.isBlank();
    }
}
