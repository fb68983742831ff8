package tuanju.community;

import org.jspecify.annotations.Nullable;
import tuanju.table.DeskTable;
import tuanju.table.TableLook;

/**
 * Which leaders an operator asks for.
 *
 * @param q part of a name, or the last four digits of a phone
 * @param state "ended" or "all"; those who lead now otherwise
 * @param community a community's short code
 * @param from the first day on which they were appointed
 * @param to the last one
 * @param sort "since", "-" before it: the latest first
 * @param after the key of the last leader of the page before
 * @param sum "all" to count however many match
 */
record LeadersAsked(
        @Nullable String q,
        @Nullable String state,
        @Nullable String community,
        @Nullable String from,
        @Nullable String to,
        @Nullable String sort,
        @Nullable String after,
        @Nullable String sum)
        implements DeskTable.Question {

    static final String PATH = "/operate/leaders";
    static final int PAGE = 50;

    @Override
    public TableLook look() {
        return TableLook.of(PATH, this, "-since");
    }
}
