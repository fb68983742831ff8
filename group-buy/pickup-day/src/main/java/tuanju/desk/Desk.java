package tuanju.desk;

import org.jspecify.annotations.Nullable;
import tuanju.community.CommunityCard;
import tuanju.cycle.CycleCard;
import tuanju.member.MemberId;
import tuanju.order.book.OrderSheet;

/**
 * A leader, or who stands in for them, at the leader's desk: what they may see and hand over.
 *
 * @param attendant who stands at the desk now (值守), and in whose name everything is recorded
 * @param cycle the cycle they hand over; null for everything at the owner's points today
 * @param owner whose desk it is: the leader themselves, or the one a deputy stands in for
 */
public record Desk(
        CommunityCard community,
        MemberId attendant,
        @Nullable CycleCard cycle,
        MemberId owner) {

    /** Whether its leader stands there, who alone decides about money. */
    public boolean isOwn() {
        return attendant.equals(owner);
    }

    /** Whether this order is handed over here. */
    public boolean covers(OrderSheet order) {
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

    /** What the phones at the desks of this owner listen to. */
    static String topic(MemberId owner) {
        return "desk:" + owner.value();
    }
}
