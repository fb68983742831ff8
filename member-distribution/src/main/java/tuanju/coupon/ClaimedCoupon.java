package tuanju.coupon;

import java.time.Instant;
import tuanju.community.Code;

/** A coupon that has just been claimed. */
record ClaimedCoupon(Code code, Instant endsAt) {}
