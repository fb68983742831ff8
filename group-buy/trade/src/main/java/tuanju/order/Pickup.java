package tuanju.order;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.PickupPointCard;
import tuanju.member.MemberId;

/**
 * Where and when an order is handed over, as it was when the order was placed.
 *
 * @param area what anyone may read: 3号门旁
 * @param address the exact door, for people with an order there
 * @param leader who hands over
 * @param from null until it is known
 */
public record Pickup(
        UUID point,
        String name,
        String area,
        String address,
        String hours,
        MemberId leader,
        @Nullable Instant from,
        @Nullable Instant until) {

    public static Pickup at(PickupPointCard point, @Nullable Instant from, @Nullable Instant until) {
        return new Pickup(
                point.id(), point.name(), point.area(), point.address(), point.hours(), point.leader(), from, until);
    }
}
