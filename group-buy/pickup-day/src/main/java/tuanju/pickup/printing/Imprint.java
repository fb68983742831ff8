package tuanju.pickup.printing;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tuanju.order.dues.Dues;

/**
 * What stands on every sheet of paper, so that two of them can be told apart later.
 *
 * @param title what the list is of: the cycle's title
 * @param place where and when the goods are collected
 * @param dues where the money of everything on it is
 * @param version changes whenever an order on the list does; equal on two sheets that say the same
 */
record Imprint(String title, String place, ZonedDateTime printed, String printedBy, Dues dues, String version) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    String printedAt() {
        return MINUTE.format(printed);
    }

    /** The zone of all times on the paper. */
    ZoneId zone() {
        return printed.getZone();
    }
}
