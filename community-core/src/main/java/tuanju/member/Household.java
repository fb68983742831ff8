package tuanju.member;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import tuanju.command.Invalid;

/**
 * Where a member lives, as they typed it, offered again at checkout; both parts may be empty.
 *
 * @param building 87, 3号楼
 * @param room 502
 */
@Embeddable
public record Household(String building, String room) implements Serializable {

    static final Household UNKNOWN = new Household("", "");
    private static final int LONGEST = 20;

    public Household {
        building = Texts.clean(building);
        room = Texts.clean(room);
        check("building", building);
        check("room", room);
    }

    private static void check(String field, String value) {
        if (value.length() > LONGEST) {
            throw new Invalid(field, "text-too-long", LONGEST);
        }
    }
}
