package tuanju.pickup;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.modulith.NamedInterface;
import tuanju.command.NotFound;

/** How a list is sorted, for three kinds of work. */
@NamedInterface("rooms")
public enum Arrangement {
    /** Building, room, product: to pack and to hand over. */
    BY_ROOM,
    /** Product, building, room: to share out one pallet after the other. */
    BY_PRODUCT,
    /** Building, product, room: to load one building's trolley. */
    BY_BUILDING;

    /** As in the address: by-room. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Arrangement of(String path) {
        return Arrays.stream(values())
                .filter(arrangement -> arrangement.path().equals(path))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
