package tuanju.teambuy;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tuanju.community.Code;
import tuanju.link.LinkQrCodes;

/** The QR code of a team offer, to hand on. */
@Controller
@RequiredArgsConstructor
class OfferQrPages {

    private final TeamOffers offers;
    private final LinkQrCodes codes;

    @GetMapping("/o/{code}/qr.svg")
    ResponseEntity<byte[]> qrCode(@PathVariable Code code, @RequestParam(required = false) @Nullable String from) {
        offers.card(code);
        return codes.answer(SharedOffer.KIND, code, from);
    }
}
