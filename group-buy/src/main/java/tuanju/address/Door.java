package tuanju.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one place says about lane, building and room. */
record Door(
        @Nullable String lane,
        @Nullable String building,
        @Nullable String room,
        List<AddressFlag> flags) {

    static final Door NONE = new Door(null, null, null, List.of());

    Door {
        flags = List.copyOf(flags);
    }

    static Door of(@Nullable String building, @Nullable String room, AddressFlag... flags) {
        return new Door(null, building, room, List.of(flags));
    }

    boolean isNamed() {
        return building != null || room != null;
    }

    Door inLane(@Nullable String found, List<AddressFlag> more) {
        return new Door(found, building, room, joined(more, flags));
    }

    /** Whether another place, as far as it says anything, says the same. */
    boolean agreesWith(Door other) {
        return agrees(building, other.building) && agrees(room, other.room);
    }

    String written() {
        return Objects.toString(building, "?") + "-" + Objects.toString(room, "?");
    }

    static List<AddressFlag> joined(List<AddressFlag> first, List<AddressFlag> second) {
        var all = new ArrayList<>(first);
        second.stream().filter(flag -> !all.contains(flag)).forEach(all::add);
        return all;
    }

    private static boolean agrees(@Nullable String one, @Nullable String other) {
        return one == null
                || other == null
                || one.equals(other)
                || Address.VILLA.equals(one)
                || Address.VILLA.equals(other);
    }
}
