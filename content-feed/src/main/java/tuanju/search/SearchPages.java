package tuanju.search;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tuanju.card.Viewer;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.member.SignedIn;
import tuanju.search.Search.Asked;

/** One search box for shoppers: what is found by kind, page by page, and names to choose while one types. */
@Controller
@RequiredArgsConstructor
class SearchPages {

    private final Search search;
    private final Suggestions suggestions;
    private final Communities communities;
    private final SearchPace pace;

    /** In the community that is named, or was chosen on the front page. */
    @GetMapping("/search")
    String search(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @CookieValue(name = "community", required = false) @Nullable String chosen,
            @RequestParam(required = false) @Nullable String community,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable Code after,
            HttpServletRequest request,
            Model model) {
        pace.searches(me, request);
        var here = here(community, chosen);
        var words = SearchWords.shortened(q);
        var wanted = Arrays.stream(Kind.values())
                .filter(it -> it.name().equals(kind))
                .findAny()
                .orElse(null);
        var page =
                here == null ? Search.Page.NOTHING : search.page(new Asked(words, here, Viewer.of(me)), wanted, after);
        model.addAttribute("q", words);
        model.addAttribute("asks", !SearchWords.of(words).isEmpty());
        model.addAttribute("kind", wanted);
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("community", here);
        model.addAttribute("page", page);
        model.addAttribute("found", page.items().stream().collect(Collectors.groupingBy(Found::kind)));
        model.addAttribute("most", Search.COUNTED);
        model.addAttribute("glimpse", Search.GLIMPSE);
        model.addAttribute("after", after);
        model.addAttribute("active", "home");
        return "search/search";
    }

    /** The list under the box, while one types. */
    @GetMapping("/search/suggestions")
    String suggestions(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @CookieValue(name = "community", required = false) @Nullable String chosen,
            @RequestParam(required = false) @Nullable String community,
            @RequestParam(defaultValue = "") String q,
            HttpServletRequest request,
            Model model) {
        pace.suggests(me, request);
        var here = here(community, chosen);
        model.addAttribute(
                "suggestions",
                here == null ? List.of() : suggestions.of(new Asked(SearchWords.shortened(q), here, Viewer.of(me))));
        model.addAttribute("community", here);
        return "search/_suggestions";
    }

    private @Nullable CommunityCard here(@Nullable String named, @Nullable String chosen) {
        if (named != null && !named.isBlank()) {
            return communities.find(named).orElseThrow(NotFound::new);
        }
        var all = communities.all();
        return all.stream()
                .filter(it -> it.shortCode().equals(chosen))
                .findFirst()
                .orElse(all.isEmpty() ? null : all.getFirst());
    }
}
