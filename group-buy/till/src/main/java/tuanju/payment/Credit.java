package tuanju.payment;

import java.time.Instant;
import java.util.UUID;
import tuanju.community.CommunityId;
import tuanju.ledger.Account;
import tuanju.member.MemberId;
import tuanju.money.Money;

/**
 * Credit that buyers keep with a community instead of money that would go back to them. Declared here and implemented by the
 * module that keeps it; every method joins the caller's transaction.
 */
public interface Credit {

    /** Carries what stays, as a provider carries what goes back. */
    String NAME = "wallet";

    /** Whether its buyer wants to keep here what goes back of an order that itself stays. */
    boolean keeps(CommunityId community, UUID order, MemberId buyer);

    /** Where the books keep it; held still until the transaction ends, so call it before anything is booked. */
    Account account(CommunityId community, MemberId buyer);

    /** Takes in what stayed. Books nothing. */
    void keep(CommunityId community, Account account, Stayed stayed);

    /** What of this member's credit nothing is planned with. */
    Money free(CommunityId community, MemberId member);

    /** What was set aside for an order and is still, or was spent on it; nothing where it was set free again. */
    Money setAside(CommunityId community, UUID order);

    /** What was last set aside for an order, whatever became of it. */
    Money everSetAside(CommunityId community, UUID order);

    /**
     * Sets this much aside for an order instead of what was before; nothing sets that free. Refuses (409) more than is free.
     * The caller holds the order.
     */
    void setAside(CommunityId community, UUID order, MemberId buyer, Money amount);

    /** What is set aside for an order is spent: this payment. Books nothing. */
    void spend(CommunityId community, UUID order, UUID payment);

    /** What is set aside for an order, should there be something, is free again. */
    void release(CommunityId community, UUID order);

    /** This refund's part of what was spent on an order is back where it was spent from. Books nothing. */
    void giveBack(CommunityId community, UUID order, UUID refund, Money amount);

    /**
     * A refund that stayed.
     *
     * @param payment where it came from, and the only place it goes back to
     * @param captured when its provider took it
     */
    record Stayed(UUID refund, UUID payment, UUID order, String provider, Instant captured, Money amount) {}
}
