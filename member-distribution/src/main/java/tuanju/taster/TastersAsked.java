package tuanju.taster;

import org.jspecify.annotations.Nullable;
import tuanju.table.DeskTable;
import tuanju.table.TableLook;

/**
 * Which tasters an operator asks for.
 *
 * @param q a category or part of it, or a taster's whole code
 * @param state ACTIVE or ENDED
 * @param community a community's short code
 * @param from the first day on which they were appointed
 * @param to the last one
 * @param sort "appointed", "-" before it: the latest first
 * @param after the id of the last taster of the page before
 * @param sum "all" to add up however many match
 */
record TastersAsked(
        @Nullable String q,
        @Nullable String state,
        @Nullable String community,
        @Nullable String from,
        @Nullable String to,
        @Nullable String sort,
        @Nullable String after,
        @Nullable String sum)
        implements DeskTable.Question {

    static final String PATH = "/operate/tasters";
    static final int PAGE = 50;

    @Override
    public TableLook look() {
        return TableLook.of(PATH, this, "-appointed");
    }
}
