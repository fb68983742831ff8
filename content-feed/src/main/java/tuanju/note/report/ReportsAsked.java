package tuanju.note.report;

import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
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
        @Nullable String sum) {

    static final String PATH = "/operate/reports";
    static final int PAGE = 30;

    private static final String ALL = "all";

    TableLook look() {
        var asked = new LinkedHashMap<String, @Nullable String>();
        asked.put("state", state);
        return TableLook.of(PATH, asked, "-reported", after == null || after.isBlank() ? null : after);
    }

    /** Refuses with Invalid what is neither. */
    boolean isOpenOnly() {
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
        try {
            return last == null ? null : UUID.fromString(last);
        } catch (IllegalArgumentException none) {
            throw new Invalid("after", "no-row");
        }
    }
}
