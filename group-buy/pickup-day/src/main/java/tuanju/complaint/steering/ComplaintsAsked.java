package tuanju.complaint.steering;

import org.jspecify.annotations.Nullable;
import tuanju.table.DeskTable;
import tuanju.table.TableLook;

/**
 * Which complaints an operator asks for.
 *
 * @param q an order's whole code
 * @param state one of ComplaintTable.STATES; those that wait for an operator otherwise, the oldest first
 * @param kind what is wrong
 * @param community a community's short code
 * @param from the first day on which they were reported
 * @param to the last one
 * @param sort "reported", "-" before it: the latest first
 * @param after the id of the last complaint of the page before
 * @param sum "all" to add up however many match
 */
record ComplaintsAsked(
        @Nullable String q,
        @Nullable String state,
        @Nullable String kind,
        @Nullable String community,
        @Nullable String from,
        @Nullable String to,
        @Nullable String sort,
        @Nullable String after,
        @Nullable String sum)
        implements DeskTable.Question {

    static final String PATH = "/operate/complaints";
    static final int PAGE = 50;

    boolean isWaiting() {
        return state == null || state.isBlank();
    }

    @Override
    public TableLook look() {
        return TableLook.of(PATH, this, isWaiting() ? "reported" : "-reported");
    }
}
