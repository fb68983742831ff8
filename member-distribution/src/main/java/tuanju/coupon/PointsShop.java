package tuanju.coupon;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.member.SignedIn;
import tuanju.points.PointsSpending;

/** What members may have for their points, over the API. */
@RestController
@RequiredArgsConstructor
class PointsShop {

    private final Coupons coupons;
    private final Claiming claiming;
    private final PointsSpending points;
    private final Communities communities;
    private final Commands commands;

    /** What can be used now, and what there is for it, by when it ends. */
    record Offered(int balance, List<ForPoints> items) {}

    /** One of it; amounts in fen. */
    record ForPoints(
            String code, String title, int points, CouponTerms.Kind kind, long offFen, long fromFen, String goods) {

        static ForPoints of(Campaign campaign) {
            var what = campaign.what();
            var price = what.points();
            return new ForPoints(
                    campaign.code().value(),
                    what.title(),
                    price == null ? 0 : price,
                    what.terms().kind(),
                    what.terms().off().fen(),
                    what.terms().from().fen(),
                    what.terms().goods().name());
        }
    }

    @GetMapping("/api/v1/communities/{code}/points-shop")
    Offered offered(@AuthenticationPrincipal SignedIn me, @PathVariable String code) {
        var community = communities.find(code).orElseThrow(NotFound::new).id();
        return new Offered(
                points.usable(community, me.member()),
                coupons.forPoints(community, me.member()).stream()
                        .map(ForPoints::of)
                        .toList());
    }

    @PostMapping("/api/v1/coupon-campaigns/{code}/exchanges")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ClaimedCoupon> exchange(
            @AuthenticationPrincipal SignedIn me, @PathVariable Code code, CommandKey key) {
        return commands.once(key, ClaimedCoupon.class, () -> claiming.exchange(me.member(), code))
                .with(HttpStatus.CREATED);
    }
}
