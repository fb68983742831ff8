package tuanju.settlement;

import java.util.List;
import java.util.UUID;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;

/**
 * A completed order whose money is no longer its customer's.
 *
 * @param leader who handed it over and gets the fee
 * @param terms what the leader gets of it
 * @param kept what was taken for the order and did not go back
 * @param shares what others get of it
 */
public record Settlement(
        CommunityId community, UUID order, MemberId leader, LeaderFee terms, Money kept, List<Share> shares) {

    public Settlement {
        shares = List.copyOf(shares);
    }

    /** The leader's fee, rounded down: the community keeps the odd fen. */
    public Money fee() {
        return terms.of(kept);
    }

    /** The same order after this much more of it went back. */
    Settlement less(Money back) {
        return new Settlement(community, order, leader, terms, kept.minus(back), shares);
    }
}
