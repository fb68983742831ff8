package tuanju.commission;

import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.table.DayRange;
import tuanju.table.DeskTable;
import tuanju.table.TableFilter;
import tuanju.table.TableLook;

/**
 * Which commissions an operator asks for, as it stands in an address, of the page and of the API alike.
 *
 * @param q an order's whole code
 * @param state PENDING, CONFIRMED, VESTED or REVIEW
 * @param community a community's short code
 * @param from the first day on which their orders were placed
 * @param to the last one
 * @param sort "placed", "-" before it: the latest first
 * @param after the code of the last order of the page before
 */
record CommissionsAsked(
        @Nullable String q,
        @Nullable String state,
        @Nullable String community,
        @Nullable String from,
        @Nullable String to,
        @Nullable String sort,
        @Nullable String after)
        implements DeskTable.Question {

    static final String PATH = "/operate/commissions";
    private static final String USUAL = "-placed";

    @Override
    public TableLook look() {
        return TableLook.of(PATH, this, USUAL);
    }

    /** Refuses with Invalid what is none of the answers, and with NotFound a community there is not. */
    CommissionDesk.Search search(Communities communities) {
        var look = look();
        if (!look.column().equals("placed")) {
            throw new Invalid("sort", "one-of", "placed, -placed");
        }
        return new CommissionDesk.Search(
                look.picked("q"),
                TableFilter.picked(Commissions.Picked.class, "state", state).orElse(null),
                communities.picked(look().picked("community")),
                DayRange.read(from, to),
                look.largestFirst(),
                Code.after(look.after()));
    }
}
