package tuanju.teambuy.steering;

import org.jspecify.annotations.Nullable;
import tuanju.table.DeskTable;
import tuanju.table.TableLook;

/**
 * Which teams an operator asks for.
 *
 * @param q a team's or an offer's whole code
 * @param community a community's short code
 * @param from the first day on which they were opened
 * @param to the last one
 * @param ended the days on which they were formed or lapsed: "2026-11-01..2026-11-30"
 * @param sort "opened", "-" before it: the latest first
 * @param after the id of the last team of the page before
 * @param sum "all" to add up however many match
 */
record TeamsAsked(
        @Nullable String q,
        @Nullable String state,
        @Nullable String community,
        @Nullable String from,
        @Nullable String to,
        @Nullable String ended,
        @Nullable String sort,
        @Nullable String after,
        @Nullable String sum)
        implements DeskTable.Question {

    static final int PAGE = 50;

    @Override
    public TableLook look() {
        return TableLook.of("/operate/teams", this, "-opened");
    }
}
