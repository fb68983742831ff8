package tuanju.conduct;

import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.table.DeskTable;
import tuanju.table.TableLook;

/**
 * Which cases somebody asks for, as it stands in an address, of the page and of the API alike.
 *
 * @param state "open" for those that wait, "held", "appealed", "late" or "all"; open where nothing is said
 * @param community the short code of one
 * @param sort "due", what should be decided first; "-" before it for the latest first
 * @param after the id of the last case of the page before
 * @param sum "all" to count however many match
 */
record CasesAsked(
        @Nullable String state,
        @Nullable String community,
        @Nullable String sort,
        @Nullable String after,
        @Nullable String sum)
        implements DeskTable.Question {

    static final String PATH = "/operate/reports";
    static final int PAGE = 30;

    @Override
    public TableLook look() {
        return TableLook.of(PATH, this, "due");
    }

    /** Refuses with Invalid what there is not. */
    String condition() {
        return switch (state == null ? "" : state.strip()) {
            case "", "open" -> "c.decision is null";
            case "held" -> "c.decision is null and c.held_at is not null";
            case "late" -> "c.decision is null and c.due_at < now()";
            case "appealed" -> "c.appealed_at is not null and c.appeal_decision is null";
            case "all" -> "true";
            default -> throw new Invalid("state", "one-of", "open, held, late, appealed, all");
        };
    }
}
