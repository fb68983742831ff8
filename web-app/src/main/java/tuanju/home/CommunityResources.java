package tuanju.home;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.CommunityId;
import tuanju.community.Leaders;
import tuanju.member.SignedIn;
import tuanju.membership.Memberships;
import tuanju.order.book.OrderHomes;

/** The communities there are over the API: where a caller without any code begins. */
@RestController
@RequiredArgsConstructor
class CommunityResources {

    private static final int PAGE = 50;

    private final Communities communities;
    private final Leaders leaders;
    private final OrderHomes ordering;
    private final Memberships memberships;

    /**
     * A community.
     *
     * @param code its short code: "community" of other routes, and the beginning of every code of its own
     * @param zone its business days begin and end here
     * @param mine whether the caller leads, has ordered or is a member here; never without a token
     */
    record Community(String code, String name, String place, String zone, boolean mine) {

        private static Community of(CommunityCard card, boolean mine) {
            return new Community(
                    card.shortCode(), card.name(), card.place(), card.zone().getId(), mine);
        }
    }

    /** A page of communities by name; next names the last one, to be sent as "after", and is null on the last page. */
    record Page(List<Community> items, @Nullable String next) {}

    /**
     * Every open community, or only the caller's own, whose name or place holds these words.
     *
     * @param mine only where the caller leads, has ordered or is a member
     */
    @GetMapping("/api/v1/communities")
    Page all(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable String after) {
        var own = own(me);
        var found = communities.all().stream()
                .filter(it -> holds(it, q.strip().toLowerCase(Locale.ROOT)) && (!mine || own.contains(it.id())))
                .toList();
        var rest = after == null ? found : behind(found, after);
        var items = rest.stream()
                .limit(PAGE)
                .map(it -> Community.of(it, own.contains(it.id())))
                .toList();
        return new Page(items, rest.size() > PAGE ? items.getLast().code() : null);
    }

    private Set<CommunityId> own(@Nullable SignedIn me) {
        if (me == null) {
            return Set.of();
        }
        var led = leaders.communitiesLedBy(me.member()).stream().map(CommunityCard::id);
        var orders = Stream.concat(led, ordering.of(me.member()).stream());
        return Stream.concat(orders, memberships.communitiesOf(me.member()).stream())
                .collect(Collectors.toSet());
    }

    private static boolean holds(CommunityCard card, String words) {
        return (card.name() + "\n" + card.place()).toLowerCase(Locale.ROOT).contains(words);
    }

    private static List<CommunityCard> behind(List<CommunityCard> found, String after) {
        var codes = found.stream().map(CommunityCard::shortCode).toList();
        int at = codes.indexOf(after.toUpperCase(Locale.ROOT));
        if (at < 0) {
            throw new NotFound();
        }
        return found.subList(at + 1, found.size());
    }
}
