package tuanju.insight;

import org.jspecify.annotations.Nullable;
import tuanju.table.DeskTable;
import tuanju.table.TableLook;

/**
 * Which sales an operator asks for.
 *
 * @param community a community's short code
 * @param from the first business day on which they were paid
 * @param to the last one
 * @param leader the id of who handed them over
 * @param product the key of goods: their id, or what stands for their name
 * @param buyer the id of who paid
 * @param people "new" for the first sale of each who had never bought, "each" for the last sale of each buyer in these days:
 *     in the community that is looked at, or anywhere
 * @param sort "paid", "-" before it: the latest first
 * @param after the id of the last order of the page before
 * @param sum "all" to add up however many match
 */
record SoldAsked(
        @Nullable String community,
        @Nullable String from,
        @Nullable String to,
        @Nullable String leader,
        @Nullable String product,
        @Nullable String buyer,
        @Nullable String people,
        @Nullable String sort,
        @Nullable String after,
        @Nullable String sum)
        implements DeskTable.Question {

    static final String PATH = "/operate/sales";
    static final int PAGE = 50;

    @Override
    public TableLook look() {
        return TableLook.of(PATH, this, "-paid");
    }
}
