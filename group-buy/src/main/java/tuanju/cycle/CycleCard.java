package tuanju.cycle;

import java.time.Instant;
import java.util.UUID;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** What others need to know of an order cycle: whose it is, when it closes, where and when its goods are collected. */
public record CycleCard(
        UUID id,
        CommunityId community,
        Code code,
        String title,
        MemberId leader,
        CycleStatus status,
        Instant opens,
        Instant cutOff,
        Instant pickupFrom,
        Instant pickupUntil,
        PickupPlace pickupPlace) {

    /** Whether members may order at this moment. */
    public boolean takesOrdersAt(Instant now) {
        return status == CycleStatus.OPEN && !now.isBefore(opens) && now.isBefore(cutOff);
    }
}
