package tuanju.desk;

import org.jspecify.annotations.Nullable;
import tuanju.community.CommunityCard;
import tuanju.cycle.CycleCard;
import tuanju.member.MemberId;
import tuanju.order.OrderSheet;

/**
 * A leader at their desk: what they may see and hand over.
 *
 * @param cycle the cycle they hand over; null for everything at their points today
 */
public record Desk(
        CommunityCard community, MemberId leader, @Nullable CycleCard cycle) {

    /** Whether this order is handed over here. */
    boolean covers(OrderSheet order) {
        return cycle == null || cycle.id().equals(order.source());
    }

    /** Where the pages of this desk live. */
    public String path() {
        return cycle == null ? "/lead/desk" : "/lead/cycles/" + cycle.code() + "/desk";
    }

    /** What the phones at this leader's desks listen to. */
    static String topic(MemberId leader) {
        return "desk:" + leader.value();
    }
}
