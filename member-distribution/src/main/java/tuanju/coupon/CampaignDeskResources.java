package tuanju.coupon;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.community.Code;
import tuanju.coupon.CampaignAnswers.CampaignList;
import tuanju.coupon.CampaignAnswers.CampaignPreview;
import tuanju.member.SignedIn;

/** For operators over the API: what the platform or a supplier gives, and everybody's campaigns to look at and to end. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/operator/coupons")
class CampaignDeskResources {

    private final CampaignAnswers answers;
    private final Campaigns campaigns;

    @GetMapping
    CampaignList all(@RequestParam(required = false) @Nullable UUID after) {
        return answers.page(null, after);
    }

    @GetMapping("/{code}")
    CampaignResource one(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        return answers.one(operator(me), code);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CampaignResource> make(
            @AuthenticationPrincipal SignedIn me, @RequestBody CampaignDraft wanted, CommandKey key) {
        return answers.make(operator(me), wanted, key);
    }

    /** What it would cost; nothing is made, so it needs no key. */
    @PostMapping("/previews")
    CampaignPreview preview(@AuthenticationPrincipal SignedIn me, @RequestBody CampaignDraft wanted) {
        return answers.preview(operator(me), wanted);
    }

    /** No more can be claimed; those that were stay. */
    @DeleteMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        campaigns.end(operator(me), code);
    }

    private static Maker operator(SignedIn me) {
        return new Maker(me.member(), true);
    }
}
