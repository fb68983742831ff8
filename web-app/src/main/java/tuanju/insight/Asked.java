package tuanju.insight;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import tuanju.command.Invalid;

/**
 * Which numbers somebody asks for, as it stands in the address bar.
 *
 * @param range one of the ready-made periods; absent with a period of one's own
 * @param from first day, ISO
 * @param to last day, ISO
 * @param community a community's short code; absent or empty for all
 */
record Asked(
        @Nullable String range,
        @Nullable String from,
        @Nullable String to,
        @Nullable String community) {

    static final List<String> RANGES = List.of("today", "7d", "30d", "month");

    /** A period of one's own; both days must be there. */
    static Asked days(@Nullable String from, @Nullable String to, @Nullable String community) {
        return new Asked("custom", from, to, community);
    }

    /** Which of the ready-made periods it is; "custom" with days of its own. */
    public String choice() {
        if (given(from) || given(to) || "custom".equals(range)) {
            return "custom";
        }
        return range != null && RANGES.contains(range) ? range : "7d";
    }

    SalesPeriod period(LocalDate today) {
        return switch (choice()) {
            case "custom" -> new SalesPeriod(day("from", from), day("to", to));
            case "today" -> SalesPeriod.lastDays(1, today);
            case "30d" -> SalesPeriod.lastDays(30, today);
            case "month" -> SalesPeriod.monthOf(today);
            default -> SalesPeriod.lastDays(7, today);
        };
    }

    /** The same question in an address, for the charts and downloads of the same view. */
    public String query() {
        var query = UriComponentsBuilder.newInstance();
        if ("custom".equals(choice())) {
            query.queryParam("from", from).queryParam("to", to);
        } else {
            query.queryParam("range", choice());
        }
        if (given(community)) {
            query.queryParam("community", community);
        }
        return query.encode().toUriString();
    }

    public Asked withRange(String other) {
        return new Asked(other, null, null, community);
    }

    private static LocalDate day(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new Invalid(field, "day-missing");
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw new Invalid(field, "not-a-day");
        }
    }

    static @Nullable String blankToNull(@Nullable String value) {
        return given(value) ? value : null;
    }

    static boolean given(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
