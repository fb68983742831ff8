package tuanju.chain.reading;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tuanju.address.AddressFlag.Kind;
import tuanju.address.AddressReader;
import tuanju.address.Neighbourhood;
import tuanju.address.WrittenAddress;
import tuanju.chain.reading.Amounts.Found;
import tuanju.chain.reading.Token.DoorPlate;
import tuanju.chain.reading.Token.Phone;

/** Reads doors and phones at a place of a line. What a door means is decided by {@link AddressReader}. */
final class Places {

    private static final String NO_PIECES = "(?!\\d)(?!\\s?(?:" + Amounts.UNIT + "|元|块))";
    /** 502 房晨 is somebody called 房. */
    private static final String SUFFIX = "(?:\\s?室|[房户]|\\s[房户](?!\\p{IsHan}))?";

    private static final String BUILDING = "(?:[A-Za-z]?\\d{1,3}[A-Za-z]?|[A-Za-z])";
    private static final Pattern DOOR = Pattern.compile("(?:\\d{1,5}\\s?弄\\s?)?" + BUILDING
            + "\\s?(?:号楼|#楼|号门|栋楼|号|#|栋|幢|座|楼|-)\\s?(?:(?:\\d{1,2}|[A-Za-z])\\s?(?:单元|楼|层|门|-)\\s?){0,2}\\d{3,4}[A-Za-z]?"
            + NO_PIECES
            + SUFFIX);
    private static final Pattern SPACED = Pattern.compile("\\d{1,3} \\d{3,4}" + NO_PIECES + SUFFIX);
    private static final Pattern ROOM = Pattern.compile("\\d{3,4}\\s?[室房户]");
    private static final Pattern UNIT_ROOM = Pattern.compile("\\d{1,2}\\s?单元\\s?\\d{3,4}" + NO_PIECES + SUFFIX);
    private static final Pattern GLUED = Pattern.compile("\\d{5,6}" + NO_PIECES);
    private static final Pattern HOUSE = Pattern.compile(
            "(?:\\d{1,5}\\s?弄\\s?)?(?:" + BUILDING
                    + "\\s?(?:号楼|栋楼|栋|幢|座|号门|#楼)|\\d{1,3}[号楼#])(?:\\s?(?:\\d{1,2}|[A-Za-z])\\s?单元)?(?:\\s?(?:别墅|独栋))?(?!\\s?\\d)");
    private static final Pattern NUMBERS = Pattern.compile("\\d{3,4}(?:室|房|户)?");
    private static final Set<Kind> UNSURE = Set.of(
            Kind.AMBIGUOUS_NUMBER, Kind.SEVERAL_DOORS, Kind.LANES_DISAGREE, Kind.UNUSUAL_ROOM, Kind.BUILDING_IS_LANE);

    private static final Pattern PHONE = Pattern.compile("1[3-9]\\d(?:[- ]?\\d{4}){2}(?!\\d)");
    private final AddressReader reader;

    Places(Neighbourhood neighbourhood) {
        this.reader = AddressReader.in(neighbourhood);
    }

    static @Nullable Found phone(String text, int at) {
        var phone = startsNumber(text, at) ? Amounts.looking(PHONE, text, at) : null;
        return phone == null ? null : new Found(new Phone(phone.group().replaceAll("\\D", "")), phone.end());
    }

    /** A door with its room: 3-502, 3号楼502室, 502室, 86801; two numbers with a space only behind something else. */
    @Nullable
    Found door(String text, int at) {
        if (!startsNumber(text, at)) {
            return null;
        }
        for (var pattern : at == 0
                ? new Pattern[] {DOOR, UNIT_ROOM, ROOM, GLUED}
                : new Pattern[] {DOOR, UNIT_ROOM, SPACED, ROOM, GLUED}) {
            var found = Amounts.looking(pattern, text, at);
            if (found != null) {
                return found(found.group(), found.end());
            }
        }
        return null;
    }

    /** Whether a door stands here that names its building, too: 2-1001. */
    boolean isDoorOfBuilding(String text, int at) {
        return Amounts.looking(DOOR, text, at) != null;
    }

    /** A building alone: 3号楼, B座, 29号别墅. */
    @Nullable
    Found house(String text, int at) {
        var house = startsNumber(text, at) ? Amounts.looking(HOUSE, text, at) : null;
        return house == null ? null : found(house.group(), house.end());
    }

    /** A number no one orders pieces in, so that it can only be half a door: 502. */
    @Nullable
    Found halfDoor(String text, int at) {
        var number = startsNumber(text, at) ? Amounts.looking(NUMBERS, text, at) : null;
        boolean whole =
                number != null && (number.end() == text.length() || !Character.isDigit(text.charAt(number.end())));
        return number != null && whole ? found(number.group(), number.end()) : null;
    }

    private Found found(String written, int end) {
        var address = reader.read(WrittenAddress.text(written));
        boolean sure = (address.building() != null || address.room() != null)
                && UNSURE.stream().noneMatch(address::has);
        return new Found(new DoorPlate(address, sure), end);
    }

    private static boolean startsNumber(String text, int at) {
        char here = text.charAt(at);
        boolean starts = Character.isDigit(here) || here < 128 && Character.isLetter(here);
        boolean behindWord = at > 1
                && Character.isDigit(here)
                && Codes.isLatin(text.charAt(at - 1))
                && Codes.isLatin(text.charAt(at - 2));
        return starts && (at == 0 || !isNumber(text.charAt(at - 1)) || behindWord);
    }

    private static boolean isNumber(char character) {
        return character < 128 && Character.isLetterOrDigit(character);
    }
}
