package tuanju.price;

import tuanju.money.Money;

/** What part of what is to be paid is paid with. */
public record Tender(Kind kind, Money amount) {

    /** How it is paid. */
    public enum Kind {
        /** Through a payment provider of this installation, or in cash that counts as one. */
        PROVIDER,
        /** With points of the buyer's. */
        POINTS,
        /** With credit that was kept here before. */
        WALLET,
        /** Into the leader's own hands, for an order that came from elsewhere. */
        LEADER
    }
}
