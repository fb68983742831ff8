package tuanju.teambuy;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tuanju.community.Code;
import tuanju.link.LinkQrCodes;
import tuanju.member.SignedIn;

/** The QR code of a team offer, to hand on. */
@Controller
@RequiredArgsConstructor
class OfferQrPages {

    private final TeamOffers offers;
    private final LinkQrCodes codes;

    @GetMapping("/o/{code}/qr.svg")
    ResponseEntity<byte[]> qrCode(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @PathVariable Code code,
            @RequestParam(required = false) @Nullable String from) {
        var offer = offers.visible(code, me == null ? null : me.member());
        return codes.answer(SharedOffer.KIND, code, from, offer.visibility());
    }
}
