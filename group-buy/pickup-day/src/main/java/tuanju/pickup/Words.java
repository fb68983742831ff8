package tuanju.pickup;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.modulith.NamedInterface;
import tuanju.address.Building;
import tuanju.order.dues.Dues;

/** The words of one reader's language, for documents that no template renders. */
@NamedInterface("rooms")
public record Words(MessageSource messages, Locale locale) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    public String say(String key, Object... arguments) {
        return messages.getMessage("pickup." + key, arguments, locale);
    }

    /** From when until when, the day said once: 4月6日 09:00–20:00. */
    public String window(Instant from, Instant until, ZoneId zone) {
        var opens = from.atZone(zone);
        var closes = until.atZone(zone);
        boolean sameDay = opens.toLocalDate().equals(closes.toLocalDate());
        return moment(opens) + "–" + (sameDay ? CLOCK.format(closes) : moment(closes));
    }

    /** When people may come to a point, or its own words about its hours where that is not known. */
    String hours(Drop drop, ZoneId zone) {
        var from = drop.point().from();
        var until = drop.point().until();
        return from == null || until == null ? drop.point().hours() : window(from, until, zone);
    }

    /** When people may come to a point, as far as it is known, and its own words about its hours. */
    public String window(Drop drop, ZoneId zone) {
        var from = drop.point().from();
        var until = drop.point().until();
        var hours = drop.point().hours();
        if (from == null || until == null) {
            return hours;
        }
        boolean isSaid =
                Hours.read(hours).filter(it -> it.are(from, until, zone)).isPresent();
        return isSaid ? window(from, until, zone) : (window(from, until, zone) + "  " + hours).strip();
    }

    /** Full cases and what lies beside them; empty where goods come by the piece. */
    public String cases(Goods goods) {
        if (!goods.isCased()) {
            return "";
        }
        return goods.loose() == 0
                ? say("cases", goods.cases(), goods.caseSize())
                : say("cases.loose", goods.cases(), goods.caseSize(), goods.loose());
    }

    /** What is written below a household's goods: what is not paid, and what its buyers wrote; empty where neither is. */
    public String aside(Household household) {
        var open = household.dues().open();
        var unpaid = open.isZero() ? "" : say("print.unpaid", open.toString());
        var notes = household.notes().isEmpty() ? "" : say("label.note", household.notes());
        return (unpaid + "  " + notes).strip();
    }

    /** What stands below everything printed: what must add up, and where the money is. */
    public String foot(CheckSum sum, Dues dues) {
        return (say("print.checksum", of(sum)) + "  " + of(dues)).strip();
    }

    /** Each amount with where it is: paid here, to the leader, or not; empty where nothing costs anything. */
    public String of(Dues dues) {
        return dues.all().stream()
                .map(due -> messages.getMessage("order.due." + due.standing(), null, locale) + " " + due.amount())
                .collect(Collectors.joining(" · "));
    }

    String moment(ZonedDateTime time) {
        return DateTimeFormatter.ofPattern(say("moment"), locale).format(time);
    }

    public String of(Building building) {
        return building.known() ? building.label() : say("building.unknown");
    }

    public String of(CheckSum sum) {
        return say("checksum", sum.lines(), sum.pieces(), sum.amount().yuan());
    }
}
