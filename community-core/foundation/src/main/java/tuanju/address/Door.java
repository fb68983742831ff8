package tuanju.address;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The door (门牌) of one household: lane (弄), building (号楼), unit (单元) and room (室), each empty where it is not known.
 * The only place that knows when two doors are one, in which sequence they are walked, and how one is written.
 *
 * @param lane only where a neighbourhood has several
 * @param building the bare number as on the wall: 86, B
 * @param unit the staircase of a building that has several: 2
 * @param room 502, or 别墅 where the whole building is one household
 */
public record Door(String lane, String building, String unit, String room) implements Comparable<Door> {

    /** As many characters as each part may have. */
    public static final int LONGEST_PART = 20;

    private static final Comparator<Door> WALKED = Comparator.comparing(Building::of)
            .thenComparing(Door::unit, NaturalOrder.OF_DOORS)
            .thenComparing(Door::room, NaturalOrder.OF_DOORS);

    /** What people add to a number and what says nothing: 86号楼, 2单元, 602室, 500弄. */
    private static final Pattern SUFFIX = Pattern.compile("(?<=[0-9A-Za-z])(号楼|单元|[号栋幢座楼门室房户弄#])+[。.]?$");

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern ZEROS = Pattern.compile("^0+(?=[1-9])");
    private static final Pattern WHOLE = Pattern.compile("(?<building>[0-9A-Z]{1,4})(?:号楼|[号栋幢座楼#-])"
            + "(?:(?<unit>\\d{1,2}|[A-Z])(?:单元|门|-))?(?<room>\\d{3,4}[A-Z]?)");
    private static final Pattern UNIT_IN_ROOM =
            Pattern.compile("(?<unit>\\d{1,2}|[A-Z])(?:单元|门|-)(?<room>\\d{3,4}[A-Z]?)");
    private static final Pattern UNIT_IN_BUILDING =
            Pattern.compile("(?<building>[0-9A-Z]{1,4})(?:号楼|[号栋幢座楼#-])(?<unit>\\d{1,2}|[A-Z])");

    public static final Door UNKNOWN = new Door("", "", "", "");

    public Door {
        lane = bare(lane);
        building = bare(building);
        unit = bare(unit);
        room = bare(room);
    }

    /** In a building without units, and a neighbourhood with one lane. */
    public static Door of(String building, String room) {
        return new Door("", building, "", room);
    }

    /**
     * As somebody typed it into four fields: 三号楼 is 3, and a unit that stands with the building or the room is found
     * there, but only while no unit was typed.
     */
    public static Door typed(String lane, String building, String unit, String room) {
        return new Door(plain(lane), plain(building), plain(unit), plain(room)).unfolded();
    }

    /** The same door with each part where it belongs: behind building 3, 1-502 and 1单元502 are room 502 of unit 1. */
    public Door unfolded() {
        if (!unit.isEmpty()) {
            return this;
        }
        var whole = WHOLE.matcher(building + room);
        if ((building.isEmpty() || room.isEmpty()) && whole.matches()) {
            return new Door(
                    lane,
                    whole.group("building"),
                    Objects.requireNonNullElse(whole.group("unit"), ""),
                    whole.group("room"));
        }
        var inRoom = UNIT_IN_ROOM.matcher(room);
        if (inRoom.matches()) {
            return new Door(lane, building, inRoom.group("unit"), inRoom.group("room"));
        }
        var inBuilding = UNIT_IN_BUILDING.matcher(building);
        return inBuilding.matches()
                ? new Door(lane, inBuilding.group("building"), inBuilding.group("unit"), room)
                : this;
    }

    public boolean saysNothing() {
        return building.isEmpty() && unit.isEmpty() && room.isEmpty();
    }

    /** Whether it leads to one household, as long as its building has no units that it leaves open. */
    public boolean namesRoom() {
        return !building.isEmpty() && !room.isEmpty();
    }

    /** Whether no part is longer than any door has. */
    public boolean fits() {
        return Stream.of(lane, building, unit, room).allMatch(part -> part.length() <= LONGEST_PART);
    }

    /** Whether both may lead to the same household: no part that both name differs. */
    public boolean canBe(Door other) {
        return canBe(lane, other.lane)
                && canBe(building, other.building)
                && canBe(unit, other.unit)
                && canBe(room, other.room);
    }

    /** Its parts, and where it leaves one open the other's. */
    public Door or(Door other) {
        return new Door(
                lane.isEmpty() ? other.lane : lane,
                building.isEmpty() ? other.building : building,
                unit.isEmpty() ? other.unit : unit,
                room.isEmpty() ? other.room : room);
    }

    public Door withoutLane() {
        return new Door("", building, unit, room);
    }

    /** As neighbours say it: 86-801, 3-1-502, 500弄 86-801; what of it is known, empty where nothing is. */
    public String shown() {
        var label = Building.of(this).label();
        if (!unit.isEmpty() && (label.isEmpty() || room.isEmpty())) {
            return label + (label.isEmpty() ? "" : "号楼") + unit + "单元" + room;
        }
        return label + (label.isEmpty() || room.isEmpty() ? "" : "-") + inside();
    }

    /** What is left to say inside the building: 801, 1-502, 1单元. */
    public String inside() {
        if (unit.isEmpty()) {
            return room;
        }
        return room.isEmpty() || building.isEmpty() ? unit + "单元" + room : unit + "-" + room;
    }

    /** In full, for paper that strangers carry: 3号楼1单元502室. */
    public String inFull() {
        var house = building.isEmpty() ? "" : building + (room.equals(Address.VILLA) ? "号" : "号楼");
        var door = room.isEmpty() || room.equals(Address.VILLA) ? room : room + "室";
        return (lane.isEmpty() ? "" : lane + "弄") + house + (unit.isEmpty() ? "" : unit + "单元") + door;
    }

    /** What a whole group may read: 3-1-5** of 3-1-502; the building alone where there is no room. */
    public String masked() {
        if (room.isEmpty()) {
            return building;
        }
        return new Door("", building, unit, room.substring(0, Math.max(0, room.length() - 2)) + "**").shown();
    }

    @Override
    public int compareTo(Door other) {
        return WALKED.compare(this, other);
    }

    private static boolean canBe(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    private static String plain(String typed) {
        return Glyphs.plainText(typed);
    }

    /** The number without suffix, full-width forms, spaces and zeros in front, which nobody says. */
    static String bare(String written) {
        if (isBare(written)) {
            return written;
        }
        var plain = BLANKS.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC))
                .replaceAll("");
        var number = SUFFIX.matcher(plain).replaceFirst("");
        return ZEROS.matcher(number).replaceFirst("").toUpperCase(Locale.ROOT);
    }

    /** Digits and capitals, as nearly every door comes from its columns, a list thousands of them. */
    private static boolean isBare(String written) {
        for (int i = 0; i < written.length(); i++) {
            char at = written.charAt(i);
            if ((at < '0' || at > '9' || i == 0 && at == '0') && (at < 'A' || at > 'Z')) {
                return false;
            }
        }
        return true;
    }
}
