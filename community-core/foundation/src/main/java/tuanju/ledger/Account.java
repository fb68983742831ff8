package tuanju.ledger;

import java.util.UUID;

/**
 * One account in the books: what it is for and whose it is. It needs no opening; the first transfer does that.
 *
 * @param owner the id of the community, of the leader for what is owed to them, or of what a member has in one community: their
 *     wallet, their account as a referrer
 */
public record Account(Kind kind, UUID owner) {

    /** What an account is for. Only what others keep for us or owe us, and what points cost, may stand below zero. */
    public enum Kind {
        /** What the payment providers have taken for the owner and not given back; its balance is the negative of that. */
        PROVIDER_CLEARING,
        /** Taken from customers whose orders are not completed yet. */
        CUSTOMER_FUNDS,
        /** Earned: the orders are completed and the leaders' fees are out of it. */
        SALES,
        /** Owed to a leader for handing over. */
        LEADER_FEES,
        /** Owed to a member for bringing buyers of orders that are completed; theirs, and no way to pay. */
        COMMISSION,
        /** Owed to a member for goods they delivered. */
        SUPPLIER,
        /** On its way back to a customer; leaves when the provider confirms. */
        REFUND_IN_FLIGHT,
        /** On its way to somebody who earned it; leaves when the provider confirms. */
        TRANSFER_IN_FLIGHT,
        /** Taken, but a person must say where it belongs. */
        EXCEPTIONS,
        /** Kept by a member with a community; theirs to spend there, or to have back. */
        WALLET,
        /** Paid to a referrer for a sale that came back since; the negative of what they owe, worked off by what they earn. */
        COMMISSION_DEBT,
        /** Transferred to people for good: the other side of what a bank sent. */
        PAID_OUT,
        /** Withheld from what was paid to people, and owed to the tax office. */
        TAX_WITHHELD,
        /** What a community's members can still pay with points: each is worth a fen. */
        POINTS_LIABILITY,
        /** What promising them has cost so far, less what was paid with them, for that made the goods cheaper; below zero. */
        POINTS_COST
    }
}
