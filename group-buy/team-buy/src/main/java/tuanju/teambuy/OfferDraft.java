package tuanju.teambuy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.catalog.SkuId;
import tuanju.catalog.TypedPrice;
import tuanju.command.Invalid;
import tuanju.command.Plain;

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
        @Nullable String ends) {

    private static final int WEEK = 7;
    private static final int FEWEST_SEATS = 2;
    private static final int MOST_SEATS = 10;
    private static final int USUAL_SEATS = 3;

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
                today.plusDays(WEEK).toString());
    }

    static OfferDraft of(OfferCard card, ZoneId zone) {
        return new OfferDraft(
                card.sku().value(),
                card.price().yuan(),
                String.valueOf(card.size()),
                String.valueOf(card.durationHours()),
                String.valueOf(card.pickupAfterDays()),
                local(card.startsAt(), zone),
                local(card.endsAt(), zone));
    }

    OfferDraft selling(SkuId what) {
        return new OfferDraft(what.value(), price, size, hours, days, starts, ends);
    }

    /** The seats that the preview shows while the number is being typed. */
    public int seats() {
        try {
            return within("size", size, FEWEST_SEATS, MOST_SEATS);
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
                within("size", size, FEWEST_SEATS, MOST_SEATS),
                within("hours", hours, 1, 72),
                within("days", days, 1, 14),
                instant("starts", starts, zone),
                instant("ends", ends, zone));
    }

    private static int within(String field, @Nullable String typed, int least, int most) {
        var digits = typed == null ? "" : typed.strip();
        int value = digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : -1;
        if (value < least || value > most) {
            throw new Invalid(field, "number-out-of-range", least, most);
        }
        return value;
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
