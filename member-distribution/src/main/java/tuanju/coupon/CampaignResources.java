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
import tuanju.command.Commands;
import tuanju.community.Code;
import tuanju.coupon.CampaignAnswers.CampaignList;
import tuanju.coupon.CampaignAnswers.CampaignPreview;
import tuanju.member.SignedIn;

/** A leader's own campaigns over the API, and the claims of everybody. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/coupon-campaigns")
class CampaignResources {

    private final CampaignAnswers answers;
    private final Campaigns campaigns;
    private final Claiming claiming;
    private final Commands commands;

    @GetMapping
    CampaignList all(@AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable UUID after) {
        return answers.page(me.member(), after);
    }

    @GetMapping("/{code}")
    CampaignResource one(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        return answers.one(leader(me), code);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CampaignResource> make(
            @AuthenticationPrincipal SignedIn me, @RequestBody CampaignDraft wanted, CommandKey key) {
        return answers.make(leader(me), wanted, key);
    }

    /** What it would cost; nothing is made, so it needs no key. */
    @PostMapping("/previews")
    CampaignPreview preview(@AuthenticationPrincipal SignedIn me, @RequestBody CampaignDraft wanted) {
        return answers.preview(leader(me), wanted);
    }

    /** No more can be claimed; those that were stay. */
    @DeleteMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        campaigns.end(leader(me), code);
    }

    @PostMapping("/{code}/claims")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ClaimedCoupon> claim(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, CommandKey key) {
        return commands.once(key, ClaimedCoupon.class, () -> claiming.claim(me.member(), code))
                .with(HttpStatus.CREATED);
    }

    private static Maker leader(SignedIn me) {
        return new Maker(me.member(), false);
    }
}
