package tuanju.shop;

import java.util.UUID;
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

/** A member's shop, open to anyone with its link, and the pictures one hands it on with. */
@Controller
@RequestMapping(Shop.ABOVE + "{code}")
@RequiredArgsConstructor
class ShopPages {

    private final Shops shops;
    private final ShopViews views;
    private final ShopSharing sharing;
    private final ShopPosters posters;
    private final ShopWishes wishes;
    private final Links links;
    private final LinkQrCodes codes;

    @GetMapping
    String shop(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @PathVariable Code code,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        var reader = me == null ? null : me.member();
        var view = views.of(shops.shown(code), Viewer.of(me));
        var own = links.own(me, Shop.KIND, code);
        model.addAttribute("view", view);
        model.addAttribute("wishes", view.isCurator() ? wishes.of(view.shop(), reader, after) : ShopWishes.Page.NONE);
        model.addAttribute("reader", reader);
        model.addAttribute("after", after);
        model.addAttribute("signedIn", me != null);
        model.addAttribute("mine", view.isOf(reader));
        model.addAttribute("own", own);
        model.addAttribute("share", sharing.sheet(view, own));
        model.addAttribute("openGraph", sharing.openGraph(view));
        return "shop/shop";
    }

    @GetMapping("/qr.svg")
    ResponseEntity<byte[]> qrCode(@PathVariable Code code, @RequestParam(required = false) @Nullable String from) {
        shops.shown(code);
        return codes.answer(Shop.KIND, code, from);
    }

    /** 1080 × 1440 pixels; the same state of the shop is sent once. */
    @GetMapping("/poster.png")
    ResponseEntity<byte[]> poster(
            @PathVariable Code code, @RequestParam(required = false) @Nullable String from, ServletWebRequest request) {
        // whoever hands it on does not decide who may see what is on it
        var view = views.of(shops.shown(code), Viewer.STRANGER);
        return posters.answer(view, links.address(Shop.KIND, code, from), request);
    }
}
