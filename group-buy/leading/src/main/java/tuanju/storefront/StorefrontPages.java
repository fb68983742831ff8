package tuanju.storefront;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import tuanju.card.Viewer;
import tuanju.community.Code;
import tuanju.link.LinkQrCodes;
import tuanju.link.Links;
import tuanju.member.SignedIn;

/** A leader's storefront, open to anyone with its link, and the pictures one hands it on with. */
@Controller
@RequestMapping("/l/{code}")
@RequiredArgsConstructor
class StorefrontPages {

    private final Storefronts storefronts;
    private final StorefrontViews views;
    private final StorefrontSharing sharing;
    private final StorefrontPosters posters;
    private final Links links;
    private final LinkQrCodes codes;

    @GetMapping
    String storefront(@AuthenticationPrincipal @Nullable SignedIn me, @PathVariable Code code, Model model) {
        var view = views.of(storefronts.byCode(code), Viewer.of(me));
        model.addAttribute("view", view);
        model.addAttribute("mine", view.isOf(me == null ? null : me.member()));
        var own = links.own(me, SharedStorefront.KIND, code);
        model.addAttribute("own", own);
        model.addAttribute("share", sharing.sheet(view, own));
        model.addAttribute("openGraph", sharing.openGraph(view));
        return "storefront/storefront";
    }

    @GetMapping("/qr.svg")
    ResponseEntity<byte[]> qrCode(@PathVariable Code code, @RequestParam(required = false) @Nullable String from) {
        storefronts.byCode(code);
        return codes.answer(SharedStorefront.KIND, code, from);
    }

    /** 1080 × 1440 pixels; the same state of the storefront is sent once. */
    @GetMapping("/poster.png")
    ResponseEntity<byte[]> poster(
            @PathVariable Code code, @RequestParam(required = false) @Nullable String from, ServletWebRequest request) {
        // whoever hands it on does not decide who may see what is on it
        var view = views.of(storefronts.byCode(code), Viewer.STRANGER);
        var url = links.address(SharedStorefront.KIND, code, from);
        return posters.answer(view, url, request);
    }
}
