package tuanju.coupon;

import tuanju.command.Refusal;

/** A campaign has no coupon for this member (409); the type says why. */
final class CannotClaim extends Refusal {

    private CannotClaim(String type, Object... arguments) {
        super(409, type, arguments);
    }

    /** This member has as many as one may have, or all were claimed. */
    static CannotClaim limitReached() {
        return new CannotClaim("limit-reached");
    }

    /** Orders have taken what there was to give. */
    static CannotClaim budgetSpent() {
        return new CannotClaim("budget-spent");
    }

    /** It has not begun, is over, or was ended. */
    static CannotClaim notOpen() {
        return new CannotClaim("coupon-not-open");
    }

    /** It is for members, or for members of a level and above. */
    static CannotClaim notTheirs(int level) {
        return new CannotClaim("coupon-of-members", level);
    }

    /** It is for those who have not bought here yet. */
    static CannotClaim notFirst() {
        return new CannotClaim("coupon-first-order-only");
    }
}
