package tuanju.catalog.desk;

import org.jspecify.annotations.Nullable;
import tuanju.table.DeskTable;
import tuanju.table.TableLook;

/**
 * Which variants of products on sale an operator asks for.
 *
 * @param q part of a product's name, category or spec, or its whole code
 * @param stock "few", "none" or "uncounted"; any otherwise
 * @param community a community's short code
 * @param sort "variant", by the product's name, "-" before it: the last first
 * @param after the id of the last variant of the page before
 * @param sum "all" to count however many match
 */
record VariantsAsked(
        @Nullable String q,
        @Nullable String stock,
        @Nullable String community,
        @Nullable String sort,
        @Nullable String after,
        @Nullable String sum)
        implements DeskTable.Question {

    static final String PATH = "/operate/variants";
    static final int PAGE = 50;

    @Override
    public TableLook look() {
        return TableLook.of(PATH, this, "variant");
    }
}
