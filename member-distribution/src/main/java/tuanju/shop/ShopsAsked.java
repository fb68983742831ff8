package tuanju.shop;

import org.jspecify.annotations.Nullable;
import tuanju.table.DeskTable;
import tuanju.table.TableLook;

/**
 * Which shops an operator asks for.
 *
 * @param q a shop's whole code
 * @param state OPEN, CLOSED or HIDDEN
 * @param community a community's short code
 * @param from the first day on which they were opened
 * @param to the last one
 * @param sort "opened", "-" before it: the latest first
 * @param after the id of the last shop of the page before
 * @param sum "all" to add up however many match
 */
record ShopsAsked(
        @Nullable String q,
        @Nullable String state,
        @Nullable String community,
        @Nullable String from,
        @Nullable String to,
        @Nullable String sort,
        @Nullable String after,
        @Nullable String sum)
        implements DeskTable.Question {

    static final String PATH = "/operate/shops";
    static final int PAGE = 50;

    @Override
    public TableLook look() {
        return TableLook.of(PATH, this, "-opened");
    }
}
