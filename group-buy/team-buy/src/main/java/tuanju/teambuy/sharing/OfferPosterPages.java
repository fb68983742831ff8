package tuanju.teambuy.sharing;

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
import tuanju.link.LinkQrCodes;
import tuanju.link.Links;
import tuanju.member.SignedIn;
import tuanju.teambuy.TeamOffers;

/** Pictures of a team offer to hand on, also by a personal link: its QR code and its poster. */
@Controller
@RequiredArgsConstructor
class OfferPosterPages {

    private final TeamOffers offers;
    private final LinkQrCodes codes;
    private final Links links;
    private final OfferPosters posters;

    @GetMapping("/o/{code}/qr.svg")
    ResponseEntity<byte[]> qrCode(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @PathVariable Code code,
            @RequestParam(required = false) @Nullable String from) {
        var offer = offers.visible(code, me == null ? null : me.member());
        return codes.answer(SharedOffer.KIND, code, from, offer.visibility());
    }

    @GetMapping("/o/{code}/poster.png")
    ResponseEntity<byte[]> poster(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @PathVariable Code code,
            @RequestParam(required = false) @Nullable String from,
            ServletWebRequest request) {
        var offer = offers.visible(code, me == null ? null : me.member());
        return posters.answer(offer, links.address(SharedOffer.KIND, code, from), request);
    }
}
