package tuanju.coupon;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tuanju.member.MeLinks;
import tuanju.member.SignedIn;

/** The way to a member's coupons, on their own page. */
@Component
@Order(31)
class CouponLink implements MeLinks {

    @Override
    public List<MeLink> of(SignedIn me) {
        return List.of(new MeLink("coupon.title", "coupon.me", "/me/coupons", "tag"));
    }
}
