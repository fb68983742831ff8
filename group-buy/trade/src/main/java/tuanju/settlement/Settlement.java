package tuanju.settlement;

import java.util.UUID;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.money.Percentage;

/**
 * A completed order whose money is no longer its customer's.
 *
 * @param leader who handed it over and gets the fee
 * @param share the leader's share of what is kept
 * @param kept what was taken for the order and did not go back
 */
public record Settlement(CommunityId community, UUID order, MemberId leader, Percentage share, Money kept) {

    /** The leader's fee, rounded down: the community keeps the odd fen. */
    public Money fee() {
        return kept.share(share);
    }

    /** The same order after this much more of it went back. */
    Settlement less(Money back) {
        return new Settlement(community, order, leader, share, kept.minus(back));
    }
}
