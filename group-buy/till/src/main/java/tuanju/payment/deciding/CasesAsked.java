package tuanju.payment.deciding;

import org.jspecify.annotations.Nullable;
import tuanju.table.DeskTable;
import tuanju.table.TableLook;

/**
 * Which exception cases an operator asks for.
 *
 * @param q the provider's transaction, or the code of a refund, whole
 * @param state "settled" or "all"; those that wait otherwise
 * @param kind what is wrong
 * @param community a community's short code
 * @param from the first day on which they came up
 * @param to the last one
 * @param sort "opened", "-" before it: the latest first
 * @param after the id of the last case of the page before
 * @param sum "all" to add up however many match
 */
record CasesAsked(
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

    static final String PATH = "/operate/exceptions";
    static final int PAGE = 50;

    @Override
    public TableLook look() {
        return TableLook.of(PATH, this, "-opened");
    }
}
