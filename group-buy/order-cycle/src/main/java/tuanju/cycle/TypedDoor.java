package tuanju.cycle;

import org.jspecify.annotations.Nullable;
import tuanju.address.Door;
import tuanju.command.Invalid;

/** A door (门牌) as somebody typed it, in up to four fields of a form or of a program. */
public record TypedDoor(
        @Nullable String lane,
        @Nullable String building,
        @Nullable String unit,
        @Nullable String room) {

    /** Refuses with Invalid, for its own field, a part that is too long, and a unit of nothing. */
    public Door door() {
        return doorOf("");
    }

    /** The same where each field is named for one of several doors: lane-7, building-7 … for "-7". */
    Door doorOf(String one) {
        refuseLong("lane" + one, lane);
        refuseLong("building" + one, building);
        refuseLong("unit" + one, unit);
        refuseLong("room" + one, room);
        var door = Door.typed(text(lane), text(building), text(unit), text(room));
        if (!door.unit().isEmpty() && door.building().isEmpty() && door.room().isEmpty()) {
            throw new Invalid("building" + one, "cycle-door-only-unit");
        }
        return door;
    }

    private static void refuseLong(String field, @Nullable String part) {
        if (text(part).length() > Door.LONGEST_PART) {
            throw new Invalid(field, "cycle-door-too-long", Door.LONGEST_PART);
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
