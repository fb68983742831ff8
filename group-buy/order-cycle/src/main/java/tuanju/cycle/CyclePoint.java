package tuanju.cycle;

import java.time.Instant;
import java.util.UUID;
import tuanju.command.Invalid;
import tuanju.member.MemberId;
import tuanju.order.Pickup;

/** One of the pickup points of a cycle, and when its goods are collected there. */
public record CyclePoint(PickupPlace place, Instant from, Instant until) {

    public UUID point() {
        return place.point();
    }

    /** As an order keeps it, that this leader hands over. */
    public Pickup pickup(MemberId leader) {
        return new Pickup(
                place.point(), place.name(), place.area(), place.address(), place.hours(), leader, from, until);
    }

    /** Refuses with Invalid, for a field of that prefix, pickup before the cut-off or one that ends before it begins. */
    public void check(String prefix, Instant cutOff) {
        if (cutOff.isAfter(from)) {
            throw new Invalid(prefix + "pickupFrom", "cycle-pickup-before-cut-off");
        }
        if (!from.isBefore(until)) {
            throw new Invalid(prefix + "pickupUntil", "cycle-pickup-ends-before-it-begins");
        }
    }
}
