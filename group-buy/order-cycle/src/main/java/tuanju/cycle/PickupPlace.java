package tuanju.cycle;

import java.util.UUID;
import tuanju.community.PickupPointCard;

/**
 * Where a cycle's goods are collected, as it was when the cycle was made.
 *
 * @param point the pickup point it was taken from
 * @param area what anyone may read: 3号门旁
 * @param address the exact door, for people with an order
 */
public record PickupPlace(UUID point, String name, String area, String address, String hours) {

    public static PickupPlace of(PickupPointCard card) {
        return new PickupPlace(card.id(), card.name(), card.area(), card.address(), card.hours());
    }
}
