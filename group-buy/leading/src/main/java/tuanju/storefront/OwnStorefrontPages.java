package tuanju.storefront;

import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.card.Viewer;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.link.Links;
import tuanju.member.SignedIn;

/** A leader looks after their own storefront: what it says about them, and how to hand it on. */
@Controller
@RequestMapping("/lead/storefront")
@RequiredArgsConstructor
class OwnStorefrontPages {

    private final Storefronts storefronts;
    private final StorefrontViews views;
    private final StorefrontSharing sharing;
    private final Links links;
    private final Leaders leaders;
    private final FormProblems problems;

    @GetMapping
    String look(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String community, Model model) {
        var here = led(me, community);
        var front = storefronts.of(me.member(), here.id());
        return page(me, front, new Storefront.Words(front.headline(), front.introduction()), model);
    }

    @PostMapping
    String change(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String community,
            @RequestParam(defaultValue = "") String headline,
            @RequestParam(defaultValue = "") String introduction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var here = led(me, community);
        var words = new Storefront.Words(headline, introduction);
        try {
            storefronts.change(me.member(), here.id(), words);
            flash.addFlashAttribute("flashOk", "storefront.saved");
            return "redirect:/lead/storefront?community=" + here.shortCode();
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            return page(me, storefronts.of(me.member(), here.id()), words, model);
        }
    }

    private String page(SignedIn me, Storefront front, Storefront.Words words, Model model) {
        var view = views.of(front, Viewer.of(me));
        model.addAttribute("view", view);
        model.addAttribute("words", words);
        var own = links.own(me, SharedStorefront.KIND, front.code());
        model.addAttribute("own", own);
        model.addAttribute("share", sharing.sheet(view, own));
        model.addAttribute("communities", leaders.communitiesLedBy(me.member()));
        model.addAttribute("active", "today");
        return "storefront/own";
    }

    /** The community with this short code; when none is named, the first one this member leads. */
    private CommunityCard led(SignedIn me, String shortCode) {
        return leaders.communitiesLedBy(me.member()).stream()
                .filter(it -> shortCode.isBlank() || it.shortCode().equals(shortCode))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
