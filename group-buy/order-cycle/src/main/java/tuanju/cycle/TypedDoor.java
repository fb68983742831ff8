package tuanju.cycle;

import java.util.function.UnaryOperator;
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
        return door(UnaryOperator.identity());
    }

    /** The same where each field is named for one of several doors: lane-7, building-7 … for "-7". */
    public Door doorOf(String one) {
        return door(field -> field + one);
    }

    /** The same where the door is one thing in a list: doors[7].lane … for "doors[7]". */
    public Door doorIn(String place) {
        return door(field -> place + "." + field);
    }

    /** The door in short; empty where what was typed is none, which is said at its field. */
    public String shown() {
        try {
            return door().shown();
        } catch (Invalid unreadable) {
            return "";
        }
    }

    private Door door(UnaryOperator<String> named) {
        refuseLong(named.apply("lane"), lane);
        refuseLong(named.apply("building"), building);
        refuseLong(named.apply("unit"), unit);
        refuseLong(named.apply("room"), room);
        var door = Door.typed(text(lane), text(building), text(unit), text(room));
        if (!door.unit().isEmpty() && door.building().isEmpty() && door.room().isEmpty()) {
            throw new Invalid(named.apply("building"), "cycle-door-only-unit");
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
