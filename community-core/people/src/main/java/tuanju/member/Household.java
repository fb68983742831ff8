package tuanju.member;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tuanju.command.Invalid;

/**
 * Where a member lives, as they typed it, offered again at checkout; every part may be empty.
 *
 * @param lane 500, only where the neighbourhood has several
 * @param building 87, 3号楼
 * @param unit 2, only where the building has several
 * @param room 502
 */
@Embeddable
public record Household(String lane, String building, String unit, String room) implements Serializable {

    static final Household UNKNOWN = new Household("", "", "", "");
    private static final int LONGEST = 20;

    public Household {
        lane = Texts.clean(lane);
        building = Texts.clean(building);
        unit = Texts.clean(unit);
        room = Texts.clean(room);
        check("lane", lane);
        check("building", building);
        check("unit", unit);
        check("room", room);
    }

    /** Its parts as they were typed, one behind the other: 3 2 502; empty where nothing is known. */
    public String said() {
        return Stream.of(lane, building, unit, room)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static void check(String field, String value) {
        if (value.length() > LONGEST) {
            throw new Invalid(field, "text-too-long", LONGEST);
        }
    }
}
