package tuanju.cycle.steering;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.order.book.OrderSheet;

/**
 * The orders of a cycle as its leader looks through them: found by words, one page at a time.
 *
 * @param words what was looked for: a door, a name, the last digits of a phone, a code, a note; empty for all
 * @param all how many orders there are
 * @param found how many of them the words fit
 * @param shown those on this page
 * @param next after which order the next page begins; null on the last one
 */
record OrdersShown(
        String words,
        int all,
        int found,
        List<OrderSheet> shown,
        @Nullable Code after,
        @Nullable Code next) {

    static final int PAGE = 50;

    OrdersShown {
        shown = List.copyOf(shown);
    }

    /** The page that begins after this order, in the order they were placed; the first page where it is not among them. */
    static OrdersShown of(List<OrderSheet> all, String words, @Nullable Code after) {
        var wanted = plain(words);
        var found = all.stream().filter(it -> fits(it, wanted)).toList();
        int begin = after == null
                ? 0
                : 1 + found.stream().map(OrderSheet::code).toList().indexOf(after);
        var shown = found.subList(begin, Math.min(begin + PAGE, found.size()));
        var next = begin + PAGE < found.size() ? shown.getLast().code() : null;
        return new OrdersShown(words, all.size(), found.size(), shown, begin == 0 ? null : after, next);
    }

    /** Whether there is anything to look through that a page does not show at once. */
    public boolean isLong() {
        return all > PAGE;
    }

    private static boolean fits(OrderSheet order, String wanted) {
        return List.of(
                        order.address().door().shown(),
                        order.address().door().inFull(),
                        order.recipient(),
                        order.maskedPhone(),
                        order.code().value(),
                        order.note())
                .stream()
                .anyMatch(it -> plain(it).contains(wanted));
    }

    private static String plain(String words) {
        return words.strip().toLowerCase(Locale.ROOT);
    }
}
