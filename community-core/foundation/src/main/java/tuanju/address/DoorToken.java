package tuanju.address;

import java.util.regex.Pattern;

/**
 * One number in an address with the word behind it.
 *
 * @param number 86, 801, B or 12A
 * @param gap what stands between the token before and this one
 * @param written both as they stand in the text
 */
record DoorToken(String number, Mark mark, String gap, String written) {

    private static final Pattern SURE = Pattern.compile("(?:号\\s*楼|#楼|栋楼|栋|幢|座)$");
    private static final Pattern FLOOR = Pattern.compile("[0-9]\\s*楼$");

    /** What the word behind a number makes of it. */
    enum Mark {
        LANE,
        BUILDING,
        UNIT,
        FLOOR,
        ROOM,
        NONE,
        NOISE
    }

    /** Whether the word behind it can only mean a building: 3栋, A座, where 530号 may be a number of a road. */
    boolean isSurelyBuilding() {
        return mark == Mark.BUILDING && SURE.matcher(written).find();
    }

    boolean isFloor() {
        return mark == Mark.FLOOR
                || mark == Mark.BUILDING && FLOOR.matcher(written).find();
    }

    boolean isDashed() {
        return gap.strip().equals("-");
    }

    boolean isApartBySpaceOnly() {
        return !gap.isEmpty() && gap.chars().allMatch(character -> " .。,，、/;；:：".indexOf(character) >= 0);
    }

    boolean followsRoad() {
        return gap.stripTrailing().matches("(?s).*[路街道]");
    }

    boolean isRoomLike() {
        return number.matches("[1-9]\\d{2,3}[A-Z]?") || number.matches("0[1-9]\\d{2}");
    }

    boolean isBuildingLike() {
        return number.length() <= 4 && number.matches("[A-Z]?0*[1-9]?\\d{0,2}[A-Z]?");
    }

    /** The number without zeros in front, which nobody says. */
    String plainNumber() {
        return number.replaceFirst("^0+(?=[1-9])", "");
    }
}
