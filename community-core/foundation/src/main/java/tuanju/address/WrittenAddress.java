package tuanju.address;

/**
 * An address as it was written down, in up to six places; empty where nothing was.
 *
 * @param note what the buyer told the leader; it may name another door
 * @param room the column 房号, and so on
 */
public record WrittenAddress(String text, String note, String room, String unit, String building, String lane) {

    /** Where nobody asked for units. */
    public WrittenAddress(String text, String note, String room, String building, String lane) {
        this(text, note, room, "", building, lane);
    }

    public static WrittenAddress text(String text) {
        return new WrittenAddress(text, "", "", "", "", "");
    }
}
