package tuanju.teambuy.sharing;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.PickupPoints;
import tuanju.link.Links;
import tuanju.member.SignedIn;
import tuanju.memberday.MemberPrices;
import tuanju.money.Money;
import tuanju.teambuy.OfferCard;
import tuanju.teambuy.TeamOffers;

/** The page of a team offer: what it is, what it costs, which teams one can join. */
@Controller
@RequiredArgsConstructor
class OfferPages {

    private final TeamOffers offers;
    private final Communities communities;
    private final PickupPoints points;
    private final TeamSharing sharing;
    private final Links links;
    private final MemberPrices prices;

    @GetMapping("/o/{code}")
    String page(@PathVariable Code code, @AuthenticationPrincipal @Nullable SignedIn me, Model model) {
        var page = offers.page(code, me == null ? null : me.member());
        var community = communities.get(page.offer().community());
        model.addAttribute("page", page);
        model.addAttribute("offer", page.offer());
        model.addAttribute("memberPrice", memberPrice(page.offer(), me));
        model.addAttribute("community", community);
        model.addAttribute("points", points.in(community.id()));
        model.addAttribute("hasAction", true);
        model.addAttribute("back", "/");
        var openGraph = sharing.openGraph(page.offer(), community);
        var own = links.own(me, SharedOffer.KIND, code);
        model.addAttribute("openGraph", openGraph);
        model.addAttribute("own", own);
        model.addAttribute("share", own.sheet(openGraph.title(), openGraph.description(), true));
        return "teambuy/offer";
    }

    /** What a piece costs this viewer alone on a member day; null where the usual price. */
    private @Nullable Money memberPrice(OfferCard offer, @Nullable SignedIn me) {
        var usual = offer.alonePrice();
        var now = me == null
                ? usual
                : prices.alone(offer.community(), me.member(), offer.sku().value(), usual);
        return now.equals(usual) ? null : now;
    }
}
