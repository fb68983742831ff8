package tuanju.desk;

import org.jspecify.annotations.Nullable;
import tuanju.community.CommunityCard;
import tuanju.cycle.CycleCard;
import tuanju.member.MemberId;
import tuanju.order.OrderSheet;

/**
 * A leader, or who stands in for them, at the leader's desk: what they may see and hand over.
 *
 * @param leader who stands at the desk now, and in whose name everything is recorded
 * @param cycle the cycle they hand over; null for everything at the owner's points today
 * @param owner whose desk it is: the leader themselves, or the one a deputy stands in for
 */
public record Desk(
        CommunityCard community, MemberId leader, @Nullable CycleCard cycle, MemberId owner) {

    /** Whether its leader stands there, who alone decides about money. */
    public boolean isOwn() {
        return leader.equals(owner);
    }

    /** Whether this order is handed over here. */
    boolean covers(OrderSheet order) {
        return cycle == null || cycle.id().equals(order.source());
    }

    /** Where the pages of this desk live. */
    public String path() {
        return cycle == null ? "/lead/desk" : "/lead/cycles/" + cycle.code() + "/desk";
    }

    /** What the phones at this desk listen to. */
    public String topic() {
        return topic(owner);
    }

    /** What the phones at this leader's desks listen to. */
    static String topic(MemberId leader) {
        return "desk:" + leader.value();
    }
}
