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

    /**
     * A refund that stayed.
     *
     * @param payment where it came from, and the only place it goes back to
     * @param captured when its provider took it
     */
    record Stayed(UUID refund, UUID payment, UUID order, String provider, Instant captured, Money amount) {}
}
