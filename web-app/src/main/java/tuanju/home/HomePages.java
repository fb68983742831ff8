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
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.cycle.OrderCycles;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.picture.Pictures;
import tuanju.teambuy.OfferCard;
import tuanju.teambuy.TeamOffers;

/** The front door: what one's community is buying together right now. */
@Controller
@RequiredArgsConstructor
class HomePages {

    private static final String COOKIE = "community";
    private static final int OFFERS = 24;
    private static final int PICTURE = 400;

    private final Communities communities;
    private final TeamOffers offers;
    private final OrderCycles cycles;
    private final Pictures pictures;

    @GetMapping("/")
    String home(
            @AuthenticationPrincipal @Nullable SignedIn me,
            Model model,
            @CookieValue(name = COOKIE, required = false) @Nullable String chosen,
            @RequestParam(required = false) @Nullable Code after) {
        var all = communities.all();
        var community = chosen(all, chosen);
        model.addAttribute("active", "home");
        model.addAttribute("communities", all);
        model.addAttribute("community", community.orElse(null));
        community.ifPresent(it -> show(model, it, me == null ? null : me.member(), after));
        return "home/home";
    }

    @PostMapping("/community")
    String choose(@RequestParam String shortCode, HttpServletResponse response) {
        communities.find(shortCode).ifPresent(it -> response.addHeader(HttpHeaders.SET_COOKIE, remembering(it)));
        return "redirect:/";
    }

    private void show(Model model, CommunityCard community, @Nullable MemberId viewer, @Nullable Code after) {
        List<OfferCard> open = offers.open(community.id(), viewer, after, OFFERS);
        model.addAttribute("offers", open.stream().map(this::view).toList());
        model.addAttribute("next", open.size() == OFFERS ? open.getLast().code() : null);
        model.addAttribute("cycles", after == null ? cycles.open(community.id(), viewer) : List.of());
    }

    private OfferView view(OfferCard offer) {
        return new OfferView(offer, pictures.url(offer.picture(), offer.title(), PICTURE));
    }

    private static Optional<CommunityCard> chosen(List<CommunityCard> all, @Nullable String shortCode) {
        return all.stream()
                .filter(it -> it.shortCode().equals(shortCode))
                .findFirst()
                .or(() -> all.stream().findFirst());
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

    /** An offer with where its picture is. */
    record OfferView(OfferCard card, String picture) {}
}
