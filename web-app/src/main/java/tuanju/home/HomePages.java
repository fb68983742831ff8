package tuanju.home;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tuanju.card.Viewer;
import tuanju.catalog.Catalog;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.member.SignedIn;
import tuanju.membership.Memberships;

/** The front door: what one's community is buying together right now. */
@Controller
@RequiredArgsConstructor
class HomePages {

    private static final String COOKIE = "community";

    private final Communities communities;
    private final CommunityGoods goods;
    private final UnderWay underWay;
    private final Catalog catalog;
    private final Memberships memberships;

    @GetMapping("/")
    String home(
            @AuthenticationPrincipal @Nullable SignedIn me,
            Model model,
            @CookieValue(name = COOKIE, required = false) @Nullable String chosen,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Code after) {
        var all = communities.all();
        var community =
                chosen(all, chosen).or(() -> own(me, all)).or(() -> all.stream().findFirst());
        model.addAttribute("active", "home");
        model.addAttribute("communities", all);
        model.addAttribute("community", community.orElse(null));
        model.addAttribute("q", q.strip());
        community.ifPresent(it -> {
            model.addAttribute("goods", goods.of(Viewer.of(me), it.id(), q, after));
            model.addAttribute("kinds", catalog.categories(it.id()));
        });
        if (me != null && q.isBlank() && after == null) {
            model.addAttribute("mine", underWay.of(me.member()));
        }
        return "home/home";
    }

    @PostMapping("/community")
    String choose(@RequestParam String shortCode, HttpServletResponse response) {
        communities.find(shortCode).ifPresent(it -> response.addHeader(HttpHeaders.SET_COOKIE, remembering(it)));
        return "redirect:/";
    }

    private static Optional<CommunityCard> chosen(List<CommunityCard> all, @Nullable String shortCode) {
        return all.stream().filter(it -> it.shortCode().equals(shortCode)).findFirst();
    }

    /** Whoever has not chosen one is shown one they belong to. */
    private Optional<CommunityCard> own(@Nullable SignedIn me, List<CommunityCard> all) {
        if (me == null || all.size() < 2) {
            return Optional.empty();
        }
        var mine = memberships.communitiesOf(me.member());
        return all.stream().filter(it -> mine.contains(it.id())).findFirst();
    }

    private static String remembering(CommunityCard community) {
        return ResponseCookie.from(COOKIE, community.shortCode())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .httpOnly(true)
                .build()
                .toString();
    }
}
