package tuanju.coupon;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tuanju.member.SignedIn;

/** A member's own coupons over the API. */
@RestController
@RequiredArgsConstructor
class CouponResources {

    private static final int PAGE = 50;

    private final Coupons coupons;

    /** Those that can be used first, of those what ends first; next is to be sent as "after" and null at the end. */
    record Page(List<CouponResource> items, @Nullable UUID next) {}

    @GetMapping("/api/v1/coupons")
    Page mine(@AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable UUID after) {
        var found = coupons.of(me.member(), after, PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        return new Page(
                shown.stream().map(CouponResource::of).toList(),
                found.size() > PAGE ? shown.getLast().id() : null);
    }
}
