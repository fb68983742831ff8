package tuanju.insight;

import org.jspecify.annotations.Nullable;
import tuanju.table.DeskTable;
import tuanju.table.TableLook;

/**
 * Which entries of the trail an operator asks for.
 *
 * @param subject exactly as written
 * @param action an act or the beginning of one: "leader."
 * @param actor the id of who did it
 * @param from the first day on which it was done
 * @param to the last one
 * @param sort "at", "-" before it: the latest first
 * @param after the id of the last entry of the page before
 * @param sum "all" to count however many match
 */
record TrailAsked(
        @Nullable String subject,
        @Nullable String action,
        @Nullable String actor,
        @Nullable String from,
        @Nullable String to,
        @Nullable String sort,
        @Nullable String after,
        @Nullable String sum)
        implements DeskTable.Question {

    static final String PATH = "/operate/audit";
    static final int PAGE = 50;

    @Override
    public TableLook look() {
        return TableLook.of(PATH, this, "-at");
    }
}
