package tuanju.teambuy.steering;

import org.jspecify.annotations.Nullable;
import tuanju.table.DeskTable;
import tuanju.table.TableLook;

/**
 * Which offers an operator asks for.
 *
 * @param q an offer's whole code, or part of the name, category or origin of what it sells
 * @param status one status
 * @param community a community's short code
 * @param from the first day on which they were made
 * @param to the last one
 * @param sort "made", "-" before it: the latest first
 * @param after the id of the last offer of the page before
 * @param sum "all" to count however many match
 */
record OffersAsked(
        @Nullable String q,
        @Nullable String status,
        @Nullable String community,
        @Nullable String from,
        @Nullable String to,
        @Nullable String sort,
        @Nullable String after,
        @Nullable String sum)
        implements DeskTable.Question {

    static final String PATH = "/operate/offers";
    static final int PAGE = 50;

    @Override
    public TableLook look() {
        return TableLook.of(PATH, this, "-made");
    }
}
