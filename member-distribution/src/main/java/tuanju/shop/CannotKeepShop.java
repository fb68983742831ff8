package tuanju.shop;

import tuanju.command.Refusal;

/** A shop is not to be had, or not to be filled, as things stand (409); the type says why. */
final class CannotKeepShop extends Refusal {

    private CannotKeepShop(String type, Object... arguments) {
        super(409, type, arguments);
    }

    /** They belong to the community first; that costs nothing. */
    static CannotKeepShop ofMembers(String community) {
        return new CannotKeepShop("shop-of-members", community);
    }

    /** They have one there. */
    static CannotKeepShop had() {
        return new CannotKeepShop("shop-had");
    }

    /** What is on offer is for members, and so is saying what should be. */
    static CannotKeepShop wishOfMembers() {
        return new CannotKeepShop("shop-wish-of-members");
    }

    /** So many of theirs wait for an answer there. */
    static CannotKeepShop wishesWait() {
        return new CannotKeepShop("shop-wishes-wait", ShopWishes.MOST_WAITING);
    }

    /** As many stand in it as one looks through. */
    static CannotKeepShop full() {
        return new CannotKeepShop("shop-full", Shop.MOST_GOODS);
    }
}
