package tuanju.catalog.desk;

import org.jspecify.annotations.Nullable;
import tuanju.table.DeskTable;
import tuanju.table.TableLook;

/**
 * Which products an operator asks for.
 *
 * @param q part of a name, category or origin, or a whole code
 * @param state "archived" or "all"; those on sale otherwise
 * @param community a community's short code
 * @param from the first day on which they were written
 * @param to the last one
 * @param sort "product" (by name) or "written", "-" before it: the last first
 * @param after the id of the last product of the page before
 * @param sum "all" to count however many match
 */
record ProductsAsked(
        @Nullable String q,
        @Nullable String state,
        @Nullable String community,
        @Nullable String from,
        @Nullable String to,
        @Nullable String sort,
        @Nullable String after,
        @Nullable String sum)
        implements DeskTable.Question {

    static final String PATH = "/operate/products";
    static final int PAGE = 50;

    @Override
    public TableLook look() {
        return TableLook.of(PATH, this, "product");
    }
}
