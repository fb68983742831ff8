package tuanju.teambuy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.modulith.NamedInterface;
import tuanju.order.PickupTime;

/** When the goods of a team can be collected: from nine in the morning until nine in the evening, some days after it formed. */
@NamedInterface("rooms")
public final class PickupDay {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final Duration OPEN = Duration.ofHours(12);

    private PickupDay() {}

    public static PickupTime after(Instant formed, int days, ZoneId zone) {
        var from = formed.atZone(zone)
                .toLocalDate()
                .plusDays(days)
                .atTime(MORNING)
                .atZone(zone)
                .toInstant();
        return new PickupTime(from, from.plus(OPEN));
    }
}
