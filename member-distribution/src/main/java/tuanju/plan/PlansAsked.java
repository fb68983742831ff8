package tuanju.plan;

import org.jspecify.annotations.Nullable;
import tuanju.table.DeskTable;
import tuanju.table.TableLook;

/**
 * Which plans an operator asks for.
 *
 * @param q a plan's whole code
 * @param state OPEN or ENDED
 * @param community a community's short code
 * @param from the first day on which they were made
 * @param to the last one
 * @param sort "made", "-" before it: the latest first
 * @param after the id of the last plan of the page before
 * @param sum "all" to add up however many match
 */
record PlansAsked(
        @Nullable String q,
        @Nullable String state,
        @Nullable String community,
        @Nullable String from,
        @Nullable String to,
        @Nullable String sort,
        @Nullable String after,
        @Nullable String sum)
        implements DeskTable.Question {

    static final int PAGE = 50;

    @Override
    public TableLook look() {
        return TableLook.of(PlanDoors.OPERATORS, this, "-made");
    }
}
