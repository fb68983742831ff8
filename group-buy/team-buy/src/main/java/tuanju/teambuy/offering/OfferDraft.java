package tuanju.teambuy.offering;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.catalog.SkuId;
import tuanju.catalog.TypedPrice;
import tuanju.command.Invalid;
import tuanju.command.Plain;
import tuanju.membership.Visibility;
import tuanju.teambuy.OfferCard;

/**
 * An offer as an operator has typed it, before anything is known to be right.
 *
 * @param price in yuan: 39.90
 * @param starts local time of the community: 2026-11-22T09:00
 */
record OfferDraft(
        @Nullable UUID sku,
        @Nullable String price,
        @Nullable String size,
        @Nullable String hours,
        @Nullable String days,
        @Nullable String starts,
        @Nullable String ends,
        @Nullable String visibility) {

    private static final int WEEK = 7;
    private static final int FEWEST_SEATS = 2;
    private static final int MOST_SEATS = 10;
    private static final int USUAL_SEATS = 3;
    private static final int LONGEST_HOURS = 72;
    private static final int MOST_DAYS = 14;

    /** What an offer usually is: three people, a day, goods the next day, for a week. */
    static OfferDraft usual(Instant now, ZoneId zone) {
        var today = now.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.HOURS);
        return new OfferDraft(
                null,
                "",
                String.valueOf(USUAL_SEATS),
                "24",
                "1",
                today.toString(),
                today.plusDays(WEEK).toString(),
                Visibility.PUBLIC.word());
    }

    static OfferDraft of(OfferCard card, ZoneId zone) {
        return new OfferDraft(
                card.sku().value(),
                card.price().yuan(),
                String.valueOf(card.size()),
                String.valueOf(card.durationHours()),
                String.valueOf(card.pickupAfterDays()),
                local(card.startsAt(), zone),
                local(card.endsAt(), zone),
                card.visibility().word());
    }

    /** The same of what an offer sells; who may see it stays where nothing is said. */
    OfferDraft changing(OfferCard offer) {
        var seen = visibility == null ? offer.visibility().word() : visibility;
        return new OfferDraft(offer.sku().value(), price, size, hours, days, starts, ends, seen);
    }

    /** The seats that the preview shows while the number is being typed. */
    public int seats() {
        try {
            return checkedSeats("size", number(size));
        } catch (Invalid notYet) {
            return USUAL_SEATS;
        }
    }

    /** Refuses with Invalid what cannot be used, naming the field. */
    OfferForm form(ZoneId zone) {
        if (sku == null) {
            throw new Invalid("sku", "offer-sells-nothing");
        }
        return new OfferForm(
                new SkuId(sku),
                TypedPrice.fen("priceFen", price),
                checkedSeats("size", number(size)),
                checkedHours("hours", number(hours)),
                checkedDays("days", number(days)),
                instant("starts", starts, zone),
                instant("ends", ends, zone),
                Visibility.of(visibility));
    }

    /** Seats of a team. Refuses with Invalid too few and too many, naming the field, as the next two do. */
    static int checkedSeats(String field, @Nullable Integer seats) {
        return within(field, seats, FEWEST_SEATS, MOST_SEATS);
    }

    /** How long a team has to fill. */
    static int checkedHours(String field, @Nullable Integer hours) {
        return within(field, hours, 1, LONGEST_HOURS);
    }

    /** When goods wait at the pickup point, after the team has formed. */
    static int checkedDays(String field, @Nullable Integer days) {
        return within(field, days, 1, MOST_DAYS);
    }

    private static int within(String field, @Nullable Integer value, int least, int most) {
        if (value == null || value < least || value > most) {
            throw new Invalid(field, "number-out-of-range", least, most);
        }
        return value;
    }

    private static @Nullable Integer number(@Nullable String typed) {
        var digits = typed == null ? "" : typed.strip();
        return digits.matches("[0-9]{1,4}") ? Integer.valueOf(digits) : null;
    }

    private static Instant instant(String field, @Nullable String value, ZoneId zone) {
        try {
            return Plain.localTime(field, value == null ? "" : value)
                    .atZone(zone)
                    .toInstant();
        } catch (Invalid noMoment) {
            throw new Invalid(field.equals("ends") ? "endsAt" : field, "not-a-moment");
        }
    }

    private static String local(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
