package tuanju.search;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tuanju.card.Viewer;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.member.SignedIn;
import tuanju.search.Search.Asked;

/** Search over the API. */
@RestController
@RequiredArgsConstructor
class SearchResources {

    private final Search search;
    private final Suggestions suggestions;
    private final Communities communities;
    private final SearchPace pace;

    /**
     * Something that was found.
     *
     * @param highlight its first words, cut where they hold what was looked for; together the parts are plain text
     */
    record Item(String kind, String code, String title, List<Marked> highlight) {

        private static Item of(Found it) {
            boolean inTitle = it.text().stream().noneMatch(Marked::hit);
            return new Item(it.kind().name(), it.code(), it.name(), inTitle ? it.title() : it.text());
        }
    }

    /**
     * What was found.
     *
     * @param counts of each kind, 51 for more than fifty
     * @param also words that were looked for because they may be meant
     * @param next to be sent as "after" with the same kind; null at the end
     */
    record Page(
            List<Item> items,
            Map<Kind, Integer> counts,
            List<String> also,
            @Nullable String next) {}

    /** Names to go on with, at most eight. */
    record Suggested(List<Suggestions.Suggestion> items) {}

    /**
     * What holds all of these words and may be seen by the caller.
     *
     * @param q at most 60 characters
     * @param kind CYCLE, OFFER, PRODUCT, NOTE, PERSON or COMMUNITY, 24 a page; left out for a glimpse of each
     */
    @GetMapping("/api/v1/search")
    Page search(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String community,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request) {
        pace.searches(me, request);
        var page = search.page(asked(me, q, community), Kind.read(kind), Code.after(after));
        var next = page.next();
        return new Page(
                page.items().stream().map(Item::of).toList(),
                page.counts(),
                page.also(),
                next == null ? null : next.value());
    }

    /**
     * Names of what the caller may see that hold what was begun.
     *
     * @param q at most 60 characters
     */
    @GetMapping("/api/v1/search/suggestions")
    Suggested suggestions(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String community,
            HttpServletRequest request) {
        pace.suggests(me, request);
        return new Suggested(suggestions.of(asked(me, q, community)));
    }

    private Asked asked(SignedIn me, String q, String community) {
        if (community.isBlank()) {
            throw new Invalid("community", "field-missing");
        }
        var words = SearchWords.read(q);
        return new Asked(words, communities.find(community).orElseThrow(NotFound::new), Viewer.of(me));
    }
}
