package tuanju.redemption;

import tuanju.command.Refusal;

/** Goods for points are not to be had, or not to be handed over, as things stand (409); the type says why. */
final class CannotRedeem extends Refusal {

    private CannotRedeem(String type, Object... arguments) {
        super(409, type, arguments);
    }

    /** None is left, or nobody has one any more. */
    static CannotRedeem gone() {
        return new CannotRedeem("redemption-gone");
    }

    /** One of theirs waits there. */
    static CannotRedeem waits() {
        return new CannotRedeem("redemption-waits");
    }

    /** Points are of members. */
    static CannotRedeem ofMembers() {
        return new CannotRedeem("redemption-of-members");
    }

    /** It was handed over. */
    static CannotRedeem handed() {
        return new CannotRedeem("redemption-handed");
    }

    /** Its points went back. */
    static CannotRedeem returned() {
        return new CannotRedeem("redemption-returned");
    }
}
