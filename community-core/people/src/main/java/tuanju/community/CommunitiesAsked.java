package tuanju.community;

import org.jspecify.annotations.Nullable;
import tuanju.table.DeskTable;
import tuanju.table.TableLook;

/**
 * Which communities an operator asks for.
 *
 * @param q part of a name or place, or a short code
 * @param from the first day on which they were founded
 * @param to the last one
 * @param sort "community" (by name) or "since", "-" before it: the last first
 * @param after the id of the last community of the page before
 * @param sum "all" to count however many match
 */
record CommunitiesAsked(
        @Nullable String q,
        @Nullable String from,
        @Nullable String to,
        @Nullable String sort,
        @Nullable String after,
        @Nullable String sum)
        implements DeskTable.Question {

    static final String PATH = "/operate/communities";
    static final int PAGE = 50;

    @Override
    public TableLook look() {
        return TableLook.of(PATH, this, "community");
    }
}
