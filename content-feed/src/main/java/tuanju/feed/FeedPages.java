package tuanju.feed;

import java.util.List;
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
import tuanju.note.NoteTile;
import tuanju.note.Notes.Part;
import tuanju.page.KeysetPage;

/** Notes to look through, in columns; with script more come while one scrolls, without it by a link. */
@Controller
@RequiredArgsConstructor
class FeedPages {

    private static final int PAGE = 24;

    private final Feeds feeds;
    private final Communities communities;

    /** Of the community that is named, or was chosen on the front page. */
    @GetMapping("/notes")
    String community(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @CookieValue(name = "community", required = false) @Nullable String chosen,
            @RequestParam(required = false) @Nullable String community,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(required = false) @Nullable Code after,
            Model model) {
        var here = here(community, chosen);
        model.addAttribute("following", false);
        model.addAttribute("community", here);
        model.addAttribute("communities", communities.all());
        model.addAttribute("topic", topic.strip());
        model.addAttribute("signedIn", me != null);
        var found = here == null
                ? List.<NoteTile>of()
                : feeds.community(here.id(), topic, Viewer.of(me), new Part(after, PAGE + 1));
        return shown(found, after, model);
    }

    @GetMapping("/me/following-notes")
    String following(
            @AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable Code after, Model model) {
        model.addAttribute("following", true);
        model.addAttribute("topic", "");
        model.addAttribute("signedIn", true);
        return shown(feeds.following(me.member(), after, PAGE + 1), after, model);
    }

    /** By the formula in docs/feed.md; plain time order is one tap away. */
    @GetMapping("/me/for-you-notes")
    String forYou(
            @AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable String after, Model model) {
        var page = feeds.forYou(me.member(), ForYou.Place.read(after), PAGE);
        var next = page.next();
        model.addAttribute("forYou", true);
        model.addAttribute("following", false);
        model.addAttribute("topic", "");
        model.addAttribute("signedIn", true);
        model.addAttribute("tiles", page.tiles());
        model.addAttribute("whys", page.why());
        model.addAttribute("after", after);
        model.addAttribute("next", next == null ? null : next.text());
        model.addAttribute("active", "notes");
        return "feed/notes";
    }

    private static String shown(List<NoteTile> found, @Nullable Code after, Model model) {
        var page = KeysetPage.of(found, PAGE, "", after, NoteTile::code);
        model.addAttribute("tiles", page.shown());
        model.addAttribute("after", page.after());
        model.addAttribute("next", page.next());
        model.addAttribute("active", "notes");
        return "feed/notes";
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
