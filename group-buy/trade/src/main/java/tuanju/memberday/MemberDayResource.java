package tuanju.memberday;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member day as its maker's programs see it.
 *
 * @param begins when it comes next, or where it runs has begun
 */
record MemberDayResource(
        String code,
        String title,
        int basisPoints,
        @Nullable Integer weekday,
        @Nullable Integer monthDay,
        int fromMinute,
        int untilMinute,
        @Nullable UUID product,
        String goods,
        String visibility,
        boolean running,
        Instant begins,
        Instant ends,
        @Nullable Instant endedAt) {

    static MemberDayResource of(MemberDay day, Instant now) {
        var what = day.what();
        var rhythm = what.rhythm();
        return new MemberDayResource(
                day.code().value(),
                what.title(),
                what.less().basisPoints(),
                rhythm.weekday(),
                rhythm.monthDay(),
                rhythm.from(),
                rhythm.until(),
                what.goods().product(),
                what.goods().name(),
                what.visibility().word(),
                day.runsAt(now),
                rhythm.next(now),
                rhythm.ends(now),
                day.endedAt());
    }
}
