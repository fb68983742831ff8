package tuanju.ledger;

import java.util.UUID;

/**
 * One account in the books: what it is for and whose it is. It needs no opening; the first transfer does that.
 *
 * @param owner the id of the community, later also of a member
 */
public record Account(Kind kind, UUID owner) {

    /** What an account is for. Only what providers keep for us may stand below zero: it is their side of the books. */
    public enum Kind {
        /** What the payment providers have taken for the owner and not given back; its balance is the negative of that. */
        PROVIDER_CLEARING,
        /** Taken from customers whose goods are not handed over yet. */
        CUSTOMER_FUNDS,
        /** Earned: the goods are handed over. */
        SALES,
        /** On its way back to a customer; leaves when the provider confirms. */
        REFUND_IN_FLIGHT,
        /** Taken, but a person must say where it belongs. */
        EXCEPTIONS
    }
}
