package tuanju.storefront;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.ServletWebRequest;
import tuanju.community.Code;
import tuanju.member.SignedIn;
import tuanju.picture.QrCodes;

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
    private final QrCodes qrCodes;

    @GetMapping
    String storefront(@AuthenticationPrincipal @Nullable SignedIn me, @PathVariable Code code, Model model) {
        var view = views.of(storefronts.byCode(code));
        model.addAttribute("view", view);
        model.addAttribute("mine", view.isOf(me == null ? null : me.member()));
        model.addAttribute("share", sharing.sheet(view));
        model.addAttribute("openGraph", sharing.openGraph(view));
        return "storefront/storefront";
    }

    @GetMapping("/qr.svg")
    ResponseEntity<byte[]> qrCode(@PathVariable Code code) {
        var url = sharing.url(storefronts.byCode(code));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .header(HttpHeaders.CONTENT_TYPE, "image/svg+xml")
                .body(qrCodes.svg(url).getBytes(StandardCharsets.UTF_8));
    }

    /** 1080 × 1440 pixels; the same state of the storefront is sent once. */
    @GetMapping("/poster.png")
    ResponseEntity<byte[]> poster(@PathVariable Code code, ServletWebRequest request) {
        var view = views.of(storefronts.byCode(code));
        var state = '"' + posters.state(view) + '"';
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
                .body(posters.png(view, request.getRequest()));
    }
}
