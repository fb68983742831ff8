package tuanju.link;

import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.community.Code;
import tuanju.member.SignedIn;

/** The link an order came by, over the API; the order itself names it. */
@RestController
@RequiredArgsConstructor
class AttributionResources {

    private final Attributions attributions;

    /** Removing twice is removing once. */
    @DeleteMapping("/api/v1/orders/{code}/attribution")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        attributions.remove(me.member(), code);
    }
}
