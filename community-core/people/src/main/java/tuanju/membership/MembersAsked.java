package tuanju.membership;

import org.jspecify.annotations.Nullable;
import tuanju.table.DeskTable;
import tuanju.table.TableLook;

/**
 * Which members an operator asks for.
 *
 * @param q a part of their name, or the last four digits of their phone
 * @param state of their account
 * @param community the short code of one they belong to
 * @param from the first day on which they signed up
 * @param to the last one
 * @param sort "joined", "-" before it: the latest first
 * @param after the id of the last member of the page before
 * @param sum "all" to count however many match
 */
record MembersAsked(
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
        return TableLook.of("/operate/members", this, "-joined");
    }
}
