package tuanju.cycle.steering;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.cycle.CycleStatus;
import tuanju.table.DayRange;
import tuanju.table.DeskTable;
import tuanju.table.TableFilter;
import tuanju.table.TableLook;

/**
 * Which cycles an operator asks for, as it stands in an address, of the page and of the API alike.
 *
 * @param q words of the title, or a whole code
 * @param community a community's short code
 * @param from the first day on which the cut-off is
 * @param to the last one
 * @param sort "cut-off" or "pickup", "-" before it: the latest first
 * @param after the code of the last cycle of the page before
 * @param sum "all" to add up however many match
 */
record CyclesAsked(
        @Nullable String q,
        @Nullable String status,
        @Nullable String community,
        @Nullable String from,
        @Nullable String to,
        @Nullable String sort,
        @Nullable String after,
        @Nullable String sum)
        implements DeskTable.Question {

    static final String PATH = "/operate/cycles";
    static final int PAGE = 30;

    private static final String USUAL = "-cut-off";

    @Override
    public TableLook look() {
        return TableLook.of(PATH, this, USUAL);
    }

    boolean addsUpAll() {
        return "all".equals(sum);
    }

    /** Refuses with Invalid what is none of the answers, and with NotFound a community there is not. */
    CycleDesk.Search search(Communities communities) {
        return new CycleDesk.Search(
                look().picked("q"),
                statuses(),
                communities.picked(look().picked("community")),
                DayRange.read(from, to));
    }

    CycleDesk.Turn turn() {
        var look = look();
        var by = switch (look.column()) {
            case "cut-off" -> CycleDesk.By.CUT_OFF;
            case "pickup" -> CycleDesk.By.PICKUP;
            default -> throw new Invalid("sort", "one-of", "cut-off, -cut-off, pickup, -pickup");
        };
        return new CycleDesk.Turn(by, look.largestFirst(), Code.after(look.after()), PAGE);
    }

    /** All but drafts. */
    static Set<CycleStatus> shown() {
        return EnumSet.complementOf(EnumSet.of(CycleStatus.DRAFT));
    }

    private Set<CycleStatus> statuses() {
        var statuses = shown();
        TableFilter.picked(CycleStatus.class, "status", status).ifPresent(it -> statuses.retainAll(EnumSet.of(it)));
        return statuses;
    }
}
