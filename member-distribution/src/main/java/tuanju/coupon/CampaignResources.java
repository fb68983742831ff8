package tuanju.coupon;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.SignedIn;

/** Campaigns over the API: leaders make their own, operators, through a door of theirs, those of the platform and of suppliers. */
@RestController
@RequiredArgsConstructor
class CampaignResources {

    private static final String HERE = "/api/v1/coupon-campaigns";
    private static final String OPERATORS = "/api/v1/operator/coupons";

    private static final int PAGE = 50;

    private final Campaigns campaigns;
    private final Claiming claiming;
    private final Communities communities;
    private final Commands commands;
    private final Clock clock;

    /** Newest first; next is to be sent as "after" and null at the end. */
    record Page(List<CampaignResource> items, @Nullable UUID next) {}

    /** What it costs at most in all, and how many orders can take all of it. */
    record Preview(long costsAtMostFen, long ordersInFull, String goods, boolean firstOrder, long fromFen) {}

    /** The caller's own; for operators all. */
    @GetMapping({HERE, OPERATORS})
    Page all(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable UUID after,
            HttpServletRequest request) {
        var maker = maker(me, request);
        var found = campaigns.page(maker.operator() ? null : maker.member(), after, PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        var now = clock.instant();
        return new Page(
                shown.stream().map(it -> CampaignResource.of(it, now)).toList(),
                found.size() > PAGE ? shown.getLast().id() : null);
    }

    @GetMapping({HERE + "/{code}", OPERATORS + "/{code}"})
    CampaignResource one(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, HttpServletRequest request) {
        return CampaignResource.of(campaigns.own(maker(me, request), code), clock.instant());
    }

    @PostMapping({HERE, OPERATORS})
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CampaignResource> make(
            @AuthenticationPrincipal SignedIn me,
            @RequestBody CampaignDraft wanted,
            CommandKey key,
            HttpServletRequest request) {
        var maker = maker(me, request);
        var community = community(wanted);
        return commands.once(
                        key.with(wanted),
                        CampaignResource.class,
                        () -> CampaignResource.of(campaigns.make(maker, community, wanted), clock.instant()))
                .with(HttpStatus.CREATED);
    }

    /** What it would cost; nothing is made, so it needs no key. */
    @PostMapping({HERE + "/previews", OPERATORS + "/previews"})
    Preview preview(
            @AuthenticationPrincipal SignedIn me, @RequestBody CampaignDraft wanted, HttpServletRequest request) {
        var what = campaigns.preview(maker(me, request), community(wanted), wanted);
        return new Preview(
                what.costsAtMost().fen(),
                what.ordersInFull(),
                what.terms().goods().name(),
                what.terms().firstOrder(),
                what.terms().from().fen());
    }

    /** No more can be claimed; those that were stay. */
    @DeleteMapping({HERE + "/{code}", OPERATORS + "/{code}"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, HttpServletRequest request) {
        campaigns.end(maker(me, request), code);
    }

    @PostMapping(HERE + "/{code}/claims")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ClaimedCoupon> claim(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, CommandKey key) {
        return commands.once(key, ClaimedCoupon.class, () -> claiming.claim(me.member(), code))
                .with(HttpStatus.CREATED);
    }

    private static Maker maker(SignedIn me, HttpServletRequest request) {
        return new Maker(me.member(), request.getRequestURI().startsWith(request.getContextPath() + OPERATORS));
    }

    private CommunityId community(CampaignDraft wanted) {
        if (wanted.community() == null) {
            throw new Invalid("community", "field-missing");
        }
        return communities
                .find(wanted.community())
                .orElseThrow(() -> new Invalid("community", "field-wrong"))
                .id();
    }
}
