package tuanju.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Something to come to, as an entry for a calendar (RFC 5545), with a reminder an hour before.
 *
 * @param id the same entry, brought again, takes the place of the earlier one
 * @param page where more is told about it
 */
public record CalendarEntry(
        String id, String title, String place, String details, String page, Instant from, Instant until) {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 74;

    /** The file, as of now. */
    public String text(Instant now) {
        var lines = List.of(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Tuanju//Pickup//ZH",
                "BEGIN:VEVENT",
                "UID:" + id + "@tuanju",
                "DTSTAMP:" + STAMP.format(now),
                "DTSTART:" + STAMP.format(from),
                "DTEND:" + STAMP.format(until),
                "SUMMARY:" + escaped(title),
                "LOCATION:" + escaped(place),
                "DESCRIPTION:" + escaped(details),
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
