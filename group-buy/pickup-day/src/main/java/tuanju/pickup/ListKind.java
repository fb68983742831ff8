package tuanju.pickup;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.modulith.NamedInterface;
import tuanju.command.NotFound;

/** The kinds of paper a leader takes along; all of them are made from the same orders at the same moment. */
@NamedInterface("rooms")
public enum ListKind {
    BY_ROOM,
    BY_PRODUCT,
    BY_BUILDING,
    /** Who gets how many of what, as a table. */
    PACK_MATRIX,
    /** What is stuck on the bags. */
    LABELS,
    /** What a point receives, to be signed for. */
    DELIVERY_NOTES,
    /** Where the driver stops, and what is dropped there. */
    DRIVER_SHEET;

    /** As in the address: pack-matrix. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static ListKind of(Arrangement arrangement) {
        return valueOf(arrangement.name());
    }

    /** How it is sorted; only lists by room, product and building are. */
    public Arrangement arrangement() {
        return Arrangement.valueOf(name());
    }

    public static ListKind of(String path) {
        return Arrays.stream(values())
                .filter(kind -> kind.path().equals(path))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
