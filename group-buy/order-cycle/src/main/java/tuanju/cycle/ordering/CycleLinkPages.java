package tuanju.cycle.ordering;

import jakarta.servlet.http.HttpServletRequest;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.cycle.CycleProducts;
import tuanju.cycle.OrderCycles;
import tuanju.link.LinkQrCodes;
import tuanju.link.Links;
import tuanju.member.SignedIn;
import tuanju.picture.LinkPicture.Language;
import tuanju.picture.LinkPictures;

/** The picture that chats show beside the link to a cycle, drawn as for nobody, its QR code and its poster, these two also by a personal link. */
@Controller
@RequiredArgsConstructor
class CycleLinkPages {

    private final OrderCycles cycles;
    private final CycleProducts products;
    private final CycleSharing sharing;
    private final Communities communities;
    private final LinkPictures pictures;
    private final LinkQrCodes codes;
    private final Links links;
    private final CyclePosters posters;

    @GetMapping("/c/{code}/qr.svg")
    ResponseEntity<byte[]> qrCode(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @PathVariable Code code,
            @RequestParam(required = false) @Nullable String from) {
        var cycle = cycles.visible(code, me == null ? null : me.member());
        return codes.answer(SharedCycle.KIND, code, from, cycle.terms().visibility());
    }

    @GetMapping("/c/{code}/poster.png")
    ResponseEntity<byte[]> poster(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @PathVariable Code code,
            @RequestParam(required = false) @Nullable String from,
            ServletWebRequest request) {
        var cycle = cycles.visible(code, me == null ? null : me.member());
        var shown = new CyclePosters.Shown(cycle, products.of(cycle), communities.get(cycle.community()));
        return posters.answer(shown, links.address(SharedCycle.KIND, code, from), request);
    }

    @GetMapping("/c/{code}/link-{language:zh|en}-{state:[0-9a-f]{32}}.jpg")
    ResponseEntity<byte[]> picture(
            @PathVariable Code code,
            @PathVariable String language,
            @PathVariable String state,
            HttpServletRequest request) {
        var cycle = cycles.visible(code, null);
        var here = communities.get(cycle.community());
        var now = sharing.picture(cycle, products.of(cycle), here, Language.named(language));
        return pictures.answer(now, state, request);
    }
}
