package tuanju.pickup;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** From when until when a point is open, where its own words say that and nothing else: 9:00-20:00, 每天 9：00～20：00. */
record Hours(LocalTime opens, LocalTime closes) {

    private static final Pattern ALONE =
            Pattern.compile("(?:每天|每日)?\\s*(\\d{1,2})[:：](\\d{2})\\s*(?:[-–—−~～至到]|——)\\s*(\\d{1,2})[:：](\\d{2})");

    /** Empty where the words say something else, or more. */
    static Optional<Hours> read(String words) {
        var said = ALONE.matcher(words.strip());
        return said.matches()
                ? time(said.group(1), said.group(2))
                        .flatMap(opens -> time(said.group(3), said.group(4)).map(closes -> new Hours(opens, closes)))
                : Optional.empty();
    }

    private static Optional<LocalTime> time(String hour, String minute) {
        int hours = Integer.parseInt(hour);
        int minutes = Integer.parseInt(minute);
        return hours < 24 && minutes < 60 ? Optional.of(LocalTime.of(hours, minutes)) : Optional.empty();
    }

    /** Whether this is that span, on whatever day. */
    boolean are(Instant from, Instant until, ZoneId zone) {
        return opens.equals(from.atZone(zone).toLocalTime())
                && closes.equals(until.atZone(zone).toLocalTime());
    }
}
