package tuanju.payment.deciding;

import org.jspecify.annotations.Nullable;
import tuanju.table.DeskTable;
import tuanju.table.TableLook;

/**
 * Which refunds an operator asks for.
 *
 * @param q a refund's whole number
 * @param state one state, or OPEN for all that are not confirmed, SLOW for those of them that take long
 * @param provider one that has a name here
 * @param community a community's short code
 * @param from the first day on which they were requested
 * @param to the last one
 * @param order the id of the order they belong to
 * @param done the days on which money of an order was back: "2026-11-01..2026-11-30"
 * @param sort "requested", "-" before it: the latest first
 * @param after the id of the last refund of the page before
 * @param sum "all" to add up however many match
 */
record RefundsAsked(
        @Nullable String q,
        @Nullable String state,
        @Nullable String provider,
        @Nullable String community,
        @Nullable String from,
        @Nullable String to,
        @Nullable String order,
        @Nullable String done,
        @Nullable String sort,
        @Nullable String after,
        @Nullable String sum)
        implements DeskTable.Question {

    static final int PAGE = 50;

    @Override
    public TableLook look() {
        return TableLook.of("/operate/refunds", this, "-requested");
    }
}
