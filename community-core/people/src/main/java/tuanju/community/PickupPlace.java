package tuanju.community;

import jakarta.persistence.Embeddable;

/**
 * What a leader writes about a pickup point.
 *
 * @param name 3号门自提点
 * @param area what anyone may read: 3号门旁
 * @param address the exact door, for people with an order there
 * @param hours 每天 9:00–20:00
 * @param instructions how to find it or ring; may be empty
 */
@Embeddable
public record PickupPlace(String name, String area, String address, String hours, String instructions) {
    public PickupPlace {
        name = Lines.required("name", name, 40);
        area = Lines.optional("area", area, 80);
        address = Lines.required("address", address, 120);
        hours = Lines.optional("hours", hours, 60);
        instructions = Lines.optional("instructions", instructions, 300);
    }
}
