package tuanju.storefront;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import tuanju.community.Code;
import tuanju.link.LinkQrCodes;
import tuanju.link.Links;
import tuanju.member.SignedIn;

/** A leader's storefront, open to anyone with its link, and the pictures one hands it on with. */
@Controller
@RequestMapping("/l/{code}")
@RequiredArgsConstructor
class StorefrontPages {

    /** Words in a language belong to whoever asked, not into a cache that others share. */
    private static final CacheControl ASK_AGAIN = CacheControl.noCache().cachePrivate();

    private final Storefronts storefronts;
    private final StorefrontViews views;
    private final StorefrontSharing sharing;
    private final StorefrontPosters posters;
    private final Links links;
    private final LinkQrCodes codes;

    @GetMapping
    String storefront(@AuthenticationPrincipal @Nullable SignedIn me, @PathVariable Code code, Model model) {
        var view = views.of(storefronts.byCode(code), me == null ? null : me.member());
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
        var view = views.of(storefronts.byCode(code), null);
        var url = links.address(SharedStorefront.KIND, code, from);
        var state = '"' + posters.state(view, url) + '"';
        if (request.checkNotModified(state)) {
            return ResponseEntity.status(304)
                    .eTag(state)
                    .cacheControl(ASK_AGAIN)
                    .build();
        }
        return ResponseEntity.ok()
                .eTag(state)
                .cacheControl(ASK_AGAIN)
                .contentType(MediaType.IMAGE_PNG)
                .body(posters.png(view, url, request.getRequest()));
    }
}
