package tuanju.desk.handover;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tuanju.command.Refusal;

/** This bag is the same leader's, but of another cycle or day (409): which, and when it is collected. */
final class BagOfAnotherDay extends Refusal {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M-d HH:mm", Locale.ROOT);

    BagOfAnotherDay(String title, @Nullable Instant pickup, ZoneId zone) {
        super(
                409,
                "bag-of-another-day",
                title,
                pickup == null ? "" : DAY.withZone(zone).format(pickup));
    }
}
