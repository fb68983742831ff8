package tuanju.address;

/**
 * One number in an address with the word behind it.
 *
 * @param number 86, 801, B or 12A
 * @param gap what stands between the token before and this one
 * @param written both as they stand in the text
 */
record DoorToken(String number, Mark mark, String gap, String written) {

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
        return number.replaceFirst("^0+(?=\\d)", "");
    }
}
