package tuanju.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one place says about lane, building, unit and room. */
record DoorReading(
        @Nullable String lane,
        @Nullable String building,
        @Nullable String unit,
        @Nullable String room,
        List<AddressFlag> flags) {

    static final DoorReading NONE = new DoorReading(null, null, null, null, List.of());

    DoorReading {
        flags = List.copyOf(flags);
    }

    static DoorReading of(@Nullable String building, @Nullable String room, AddressFlag... flags) {
        return new DoorReading(null, building, null, room, List.of(flags));
    }

    boolean isNamed() {
        return building != null || room != null;
    }

    DoorReading inLane(@Nullable String found, List<AddressFlag> more) {
        return new DoorReading(found, building, unit, room, joined(more, flags));
    }

    DoorReading inUnit(@Nullable String found) {
        return new DoorReading(lane, building, found, room, flags);
    }

    DoorReading flagged(List<AddressFlag> other) {
        return new DoorReading(lane, building, unit, room, other);
    }

    /** What it leaves open is taken from another place. */
    DoorReading or(DoorReading other) {
        return new DoorReading(
                lane == null ? other.lane : lane,
                building == null ? other.building : building,
                unit == null ? other.unit : unit,
                room == null ? other.room : room,
                flags);
    }

    /** Whether another place, as far as it says anything, says the same. */
    boolean agreesWith(DoorReading other) {
        return agrees(building, other.building) && agrees(unit, other.unit) && agrees(room, other.room);
    }

    String written() {
        var seam = unit == null ? "-" : "-" + unit + "-";
        return Objects.toString(building, "?") + seam + Objects.toString(room, "?");
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
