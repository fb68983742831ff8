package tuanju.coupon;

import java.time.Instant;

/** A coupon that has just been claimed. */
record ClaimedCoupon(String code, Instant endsAt) {}
