package tuanju.address;

/**
 * Something a reader of this address should know.
 *
 * @param evidence the characters it is about, such as {@code 86801 → 86 / 801}
 */
public record AddressFlag(Kind kind, String evidence) {

    public Attention attention() {
        return kind.attention();
    }

    /** What can be said about an address; each has a sentence under {@code cycle.flag.<name>}. */
    public enum Kind {
        /** The text names no door, the columns do. */
        TEXT_IS_SILENT(Attention.MATCHED),
        /** The note names the same door as the address. */
        NOTE_AGREES(Attention.MATCHED),
        /** The address holds a wish, such as 请送到家. */
        REQUEST(Attention.MATCHED),
        /** No lane was given. */
        LANE_MISSING(Attention.MATCHED),
        /** Full-width digits or letters were read as plain ones. */
        FULL_WIDTH(Attention.REPAIRED),
        /** A letter inside a number was read as a digit: 5OO is 500. */
        LETTER_FOR_DIGIT(Attention.REPAIRED),
        /** A Chinese numeral was read as a number: 五百弄 is 500弄. */
        CHINESE_NUMERAL(Attention.REPAIRED),
        /** One number was split in two: 86801 is building 86, room 801. */
        GLUED_NUMBER(Attention.REPAIRED),
        /** A number of a road was read as the lane: 500号 for 500弄. */
        ROAD_NUMBER_FOR_LANE(Attention.REPAIRED),
        /** A column held more than its own part: 52－502室 under 楼号. */
        COLUMN_HELD_MORE(Attention.REPAIRED),
        /** The text names another door, but note and columns agree. */
        TEXT_OVERRIDDEN(Attention.REPAIRED),
        /** The note names another door than the columns, and the text agrees with the note. */
        COLUMNS_OVERRIDDEN(Attention.REPAIRED),
        /** The note names another door than the address; the note is followed. */
        NOTE_OVERRIDES(Attention.LOOK),
        /** Columns and text name different doors and nothing decides; the columns are followed. */
        COLUMNS_DISAGREE_WITH_TEXT(Attention.LOOK),
        /** Two columns name different doors. */
        COLUMNS_DISAGREE(Attention.LOOK),
        /** More than one lane was named. */
        LANES_DISAGREE(Attention.LOOK),
        /** The lane is not this community's. */
        OTHER_LANE(Attention.LOOK),
        /** The number given for the building is the lane's. */
        BUILDING_IS_LANE(Attention.LOOK),
        /** More than one door was named in one text. */
        SEVERAL_DOORS(Attention.LOOK),
        /** A number that could be split in more than one way, or stand for a building or a room. */
        AMBIGUOUS_NUMBER(Attention.LOOK),
        /** A column holds something that is no number. */
        UNREADABLE_COLUMN(Attention.LOOK),
        /** A room that no floor and door would be numbered. */
        UNUSUAL_ROOM(Attention.LOOK),
        BUILDING_MISSING(Attention.LOOK),
        /** Other doors of its building have a unit; without one this could be any of several households. */
        UNIT_MISSING(Attention.LOOK),
        ROOM_MISSING(Attention.LOOK);

        private final Attention attention;

        Kind(Attention attention) {
            this.attention = attention;
        }

        public Attention attention() {
            return attention;
        }

        AddressFlag with(String evidence) {
            return new AddressFlag(this, evidence);
        }
    }
}
