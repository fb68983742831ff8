package tuanju.coupon;

import tuanju.member.MemberId;

/**
 * Who makes a campaign, and through which door they came.
 *
 * @param operator whether through that of the operators, who give what is the platform's or a supplier's; leaders give their own
 */
record Maker(MemberId member, boolean operator) {}
