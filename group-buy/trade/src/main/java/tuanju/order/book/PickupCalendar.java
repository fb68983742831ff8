package tuanju.order.book;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Collecting an order as an entry for a calendar (RFC 5545), with a reminder an hour before. */
record PickupCalendar(OrderDetail order, String title, String page) {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 74;
    private static final Duration USUAL_STAY = Duration.ofHours(1);

    String entry(Instant from, Instant now) {
        var until = order.pickup().until();
        var lines = List.of(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Tuanju//Pickup//ZH",
                "BEGIN:VEVENT",
                "UID:" + order.card().code() + "@tuanju",
                "DTSTAMP:" + STAMP.format(now),
                "DTSTART:" + STAMP.format(from),
                "DTEND:" + STAMP.format(until == null ? from.plus(USUAL_STAY) : until),
                "SUMMARY:" + escaped(title),
                "LOCATION:" + escaped(place()),
                "DESCRIPTION:" + escaped(details()),
                "URL:" + page,
                "BEGIN:VALARM",
                "ACTION:DISPLAY",
                "DESCRIPTION:" + escaped(title),
                "TRIGGER:-PT1H",
                "END:VALARM",
                "END:VEVENT",
                "END:VCALENDAR");
        var text = new StringBuilder();
        lines.forEach(it -> text.append(folded(it)).append("\r\n"));
        return text.toString();
    }

    private String place() {
        return order.pickup().name() + " " + order.pickup().address();
    }

    private String details() {
        var code = order.card().pickupCode();
        return code == null
                ? order.pickup().hours()
                : code + "\n" + order.pickup().hours();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\r", "")
                .replace("\n", "\\n")
                .replace(",", "\\,")
                .replace(";", "\\;");
    }

    /** Lines hold at most 75 bytes; a longer one goes on after a space, never inside a character. */
    private static String folded(String line) {
        var text = new StringBuilder();
        int bytes = 0;
        for (int at = 0; at < line.length(); at = line.offsetByCodePoints(at, 1)) {
            var character = Character.toString(line.codePointAt(at));
            int width = character.getBytes(UTF_8).length;
            if (bytes + width > LONGEST_LINE) {
                text.append("\r\n ");
                bytes = 1;
            }
            text.append(character);
            bytes += width;
        }
        return text.toString();
    }
}
