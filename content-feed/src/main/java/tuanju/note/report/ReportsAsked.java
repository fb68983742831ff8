package tuanju.note.report;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.table.DeskTable;
import tuanju.table.TableLook;

/**
 * Which reports an operator asks for, as it stands in an address, of the page and of the API alike.
 *
 * @param state "open" for those that wait, "all" for all; open where nothing is said
 * @param sort only the usual order, newest first
 * @param after the id of the last report of the page before
 */
record ReportsAsked(
        @Nullable String state,
        @Nullable String sort,
        @Nullable String after,
        @Nullable String sum) implements DeskTable.Question {

    static final String PATH = "/operate/reports";
    static final int PAGE = 30;

    private static final String ALL = "all";

    @Override
    public TableLook look() {
        return TableLook.of(PATH, this, "-reported");
    }

    /** Refuses with Invalid what is neither, and another order. */
    boolean isOpenOnly() {
        if (!look().column().equals("reported")) {
            throw new Invalid("sort", "one-of", "-reported");
        }
        if (state == null || state.isBlank() || state.strip().equals("open")) {
            return true;
        }
        if (!state.strip().equals(ALL)) {
            throw new Invalid("state", "one-of", "open, all");
        }
        return false;
    }

    /** Refuses with Invalid what is no report's id. */
    @Nullable
    UUID behind() {
        var last = look().after();
        return last == null ? null : id(last);
    }

    /** Refuses with Invalid what is no report's id. */
    static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException none) {
            throw new Invalid("after", "no-row");
        }
    }
}
