package tuanju.order.book;

import java.time.Duration;
import java.time.Instant;
import tuanju.page.CalendarEntry;

/** Collecting an order as an entry for a calendar. */
record PickupCalendar(OrderDetail order, String title, String page) {

    private static final Duration USUAL_STAY = Duration.ofHours(1);

    String entry(Instant from, Instant now) {
        var pickup = order.pickup();
        var until = pickup.until() == null ? from.plus(USUAL_STAY) : pickup.until();
        var code = order.card().pickupCode();
        return new CalendarEntry(
                        order.card().code().toString(),
                        title,
                        pickup.name() + " " + pickup.address(),
                        code == null ? pickup.hours() : code + "\n" + pickup.hours(),
                        page,
                        from,
                        until)
                .text(now);
    }
}
