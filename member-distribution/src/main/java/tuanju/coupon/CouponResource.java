package tuanju.coupon;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.price.Funder;

/** A coupon as its owner's programs see it; amounts in fen. */
record CouponResource(
        String code,
        String community,
        String title,
        OwnCoupon.State state,
        Instant endsAt,
        CouponTerms.Kind kind,
        long offFen,
        @Nullable Integer basisPoints,
        long fromFen,
        @Nullable UUID product,
        String goods,
        boolean firstOrder,
        String visibility,
        String stacking,
        Funder funder) {

    static CouponResource of(OwnCoupon coupon) {
        var terms = coupon.terms();
        return new CouponResource(
                coupon.code().value(),
                coupon.community().shortCode(),
                coupon.title(),
                coupon.state(),
                coupon.endsAt(),
                terms.kind(),
                terms.off().fen(),
                terms.percent() == null ? null : terms.percent().basisPoints(),
                terms.from().fen(),
                terms.goods().product(),
                terms.goods().name(),
                terms.firstOrder(),
                terms.visibility().word(),
                terms.stacking(),
                terms.funder());
    }
}
