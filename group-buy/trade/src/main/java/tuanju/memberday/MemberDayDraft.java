package tuanju.memberday;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.membership.Visibility;
import tuanju.money.Percentage;

/**
 * What a program or a form says of a member day, before anything of it is believed.
 *
 * @param community its short code; who knows where they are says null
 * @param weekday 1 for Monday to 7, or a monthDay from 1 to 28
 * @param fromMinute of the day in Shanghai; 0 where nothing is said
 * @param untilMinute 1440 for midnight, and where nothing is said
 */
record MemberDayDraft(
        @Nullable String community,
        @Nullable String title,
        @Nullable Integer basisPoints,
        @Nullable Integer weekday,
        @Nullable Integer monthDay,
        @Nullable Integer fromMinute,
        @Nullable Integer untilMinute,
        @Nullable UUID product,
        @Nullable String category,
        @Nullable String visibility) {

    static final int LEAST = 100;
    /** Lower prices would be below what goods cost: Price Law (价格法) Art. 14(2). */
    static final int MOST = 3_000;

    private static final int LONGEST_TITLE = 40;

    /** Refuses with Invalid whatever of it is missing or out of bounds. */
    NewMemberDay read(NewMemberDay.Goods goods) {
        var name = title == null ? "" : title.strip();
        if (name.isEmpty()) {
            throw new Invalid("title", "text-missing");
        }
        if (name.length() > LONGEST_TITLE) {
            throw new Invalid("title", "text-too-long", LONGEST_TITLE);
        }
        if (basisPoints == null || basisPoints < LEAST || basisPoints > MOST) {
            throw new Invalid("basisPoints", "member-day-too-much", LEAST / 100, MOST / 100);
        }
        var whose = visibility == null || visibility.isBlank() ? Visibility.MEMBERS : Visibility.of(visibility);
        if (whose.isPublic()) {
            throw new Invalid("visibility", "member-day-of-members");
        }
        var rhythm = new Rhythm(
                weekday,
                monthDay,
                fromMinute == null ? 0 : fromMinute,
                untilMinute == null ? Rhythm.MIDNIGHT : untilMinute);
        return new NewMemberDay(name, new Percentage(basisPoints), rhythm, goods, whose);
    }
}
