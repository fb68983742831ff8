package tuanju.chain.telling;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import tuanju.chain.ChainOrders;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.page.KeysetPage;

/** The guests of a cycle as its leader ticks who has paid: found by door, name or phone, one page at a time. */
final class GuestsShown {

    static final int PAGE = 50;

    private GuestsShown() {}

    /**
     * Where a leader looks, and comes back to after a tick.
     *
     * @param q what was looked for
     * @param after after which guest the page begins
     */
    record Place(@Nullable String q, @Nullable UUID after) {

        private static final int LONGEST = 60;

        /** Refuses what the field of the page lets nobody type. */
        void refuseTooLong() {
            if (q != null && q.length() > LONGEST) {
                throw new Invalid("q", "text-too-long", LONGEST);
            }
        }

        String words() {
            return Objects.requireNonNullElse(q, "").strip();
        }

        String path(Code cycle) {
            var path = UriComponentsBuilder.fromPath("/lead/cycles/" + cycle + "/texts");
            if (!words().isEmpty()) {
                path.queryParam("q", "{words}");
            }
            if (after != null) {
                path.queryParam("after", after);
            }
            return path.fragment("guests").encode().buildAndExpand(words()).toUriString();
        }
    }

    /** The page that begins after this guest; the first one where they are not among those that fit. */
    static KeysetPage<ChainOrders.Row> of(List<ChainOrders.Row> all, Place place) {
        var wanted = plain(place.words());
        var found = all.stream().filter(row -> fits(row, wanted)).toList();
        int begin = 1 + found.stream().map(ChainOrders.Row::id).toList().indexOf(place.after());
        var rest = found.subList(begin, found.size());
        return KeysetPage.of(rest, PAGE, place.words(), begin == 0 ? null : place.after(), ChainOrders.Row::id);
    }

    private static boolean fits(ChainOrders.Row row, String wanted) {
        var guest = row.guest();
        return Stream.of(
                        guest.name(),
                        guest.phone(),
                        guest.door().shown(),
                        guest.door().inFull())
                .anyMatch(it -> plain(it).contains(wanted));
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT);
    }
}
