package tuanju.pickup;

import java.util.UUID;
import tuanju.address.Door;
import tuanju.address.Doors;

/** What makes a bag one: its point and its door, and the person where the door does not say whose it is. */
record BagKey(UUID point, Door door, UUID person) {

    private static final UUID ANYBODY = new UUID(0, 0);

    static BagKey of(UUID point, Door door, UUID person, Doors doors) {
        return new BagKey(point, doors.told(door), doors.isOneHousehold(door) ? ANYBODY : person);
    }
}
