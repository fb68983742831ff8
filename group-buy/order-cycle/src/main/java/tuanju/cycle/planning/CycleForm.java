package tuanju.cycle.planning;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tuanju.catalog.SkuCard;
import tuanju.catalog.SkuId;
import tuanju.command.Invalid;
import tuanju.community.CommunityCard;
import tuanju.community.PickupPointCard;
import tuanju.cycle.CyclePlan;

/**
 * The page's form for a new cycle, as typed.
 *
 * @param community its short code; empty where the leader leads only one
 * @param opensAt when members may begin to order; empty for at once
 */
public record CycleForm(
        @Nullable String community,
        @Nullable String title,
        @Nullable String opensAt,
        @Nullable String cutOff,
        @Nullable String pickupPoint,
        @Nullable String pickupFrom,
        @Nullable String pickupUntil,
        @Nullable List<CycleFormPoint> points,
        @Nullable CycleFormTerms terms,
        @Nullable List<CycleFormRow> products) {

    private static final int ROWS_TO_TYPE_IN = 4;

    /** What becomes of it: members may order, or only its leader sees it, or it gets more rows to type in first. */
    enum As {
        OPEN,
        DRAFT,
        MORE
    }

    /** A cycle that closes at nine tonight, or tomorrow when that is over, and is collected the day after. */
    static CycleForm beginning(Instant now, CommunityCard community) {
        var tonight = now.atZone(community.zone()).toLocalDate().atTime(21, 0);
        boolean late = now.isAfter(tonight.atZone(community.zone()).toInstant());
        var cutOff = late ? tonight.plusDays(1) : tonight;
        var pickupDay = cutOff.toLocalDate().plusDays(1);
        return new CycleForm(
                community.shortCode(),
                "",
                "",
                cutOff.toString(),
                "",
                pickupDay.atTime(9, 0).toString(),
                pickupDay.atTime(20, 0).toString(),
                List.of(),
                CycleFormTerms.NONE,
                List.of());
    }

    /** A plan to look at and change before it is opened. */
    static CycleForm of(CyclePlan plan, CommunityCard community) {
        return of(plan, "", community);
    }

    /** The same with the opening time it was given. */
    static CycleForm opening(CyclePlan plan, CommunityCard community) {
        return of(plan, typed(plan.opens(), community.zone()), community);
    }

    private static CycleForm of(CyclePlan plan, String opensAt, CommunityCard community) {
        var main = plan.points().getFirst();
        return new CycleForm(
                community.shortCode(),
                plan.title(),
                opensAt,
                typed(plan.cutOff(), community.zone()),
                "",
                typed(main.from(), community.zone()),
                typed(main.until(), community.zone()),
                plan.points().stream()
                        .map(it -> CycleFormPoint.of(it, main, community.zone()))
                        .toList(),
                CycleFormTerms.of(plan),
                plan.items().stream().map(CycleFormRow::of).toList());
    }

    static String typed(Instant instant, ZoneId zone) {
        return instant.atZone(zone)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** The same form with one row for each of the leader's pickup points; the oldest is ticked where nothing was yet. */
    CycleForm at(List<PickupPointCard> own) {
        boolean isBlank = pointRows().isEmpty() && text(pickupPoint).isEmpty() && !own.isEmpty();
        var first = isBlank ? oldest(own).toString() : pickupPoint;
        var form = new CycleForm(
                community, title, opensAt, cutOff, first, pickupFrom, pickupUntil, points, needed(), products);
        var rows = CycleFormPoints.rows(form, own);
        return new CycleForm(community, title, opensAt, cutOff, "", pickupFrom, pickupUntil, rows, needed(), products);
    }

    /** Ids grow with time. */
    private static UUID oldest(List<PickupPointCard> own) {
        return own.stream().map(PickupPointCard::id).min(UUID::compareTo).orElseThrow();
    }

    List<CycleFormPoint> pointRows() {
        return points == null ? List.of() : points;
    }

    /**
     * The same form with one row for each product of the catalogue, in its order, then rows to type in. A chosen product
     * that is gone from the catalogue stays at the end, so that it is refused and not forgotten.
     */
    CycleForm over(List<SkuCard> catalogue) {
        var typed = products == null ? List.<CycleFormRow>of() : products;
        var bySku = typed.stream()
                .filter(CycleFormRow::isFromCatalogue)
                .collect(Collectors.toMap(row -> text(row.sku()), row -> row, (first, again) -> first));
        var known = catalogue.stream().map(sku -> sku.sku().value().toString()).collect(Collectors.toSet());
        var listed = catalogue.stream()
                .map(sku -> bySku.getOrDefault(sku.sku().value().toString(), CycleFormRow.of(sku)));
        var own = typed.stream().filter(row -> !row.isFromCatalogue()).toList();
        boolean full = own.stream().allMatch(CycleFormRow::isMeant);
        var spare = Stream.generate(CycleFormRow::empty)
                .limit(full ? ROWS_TO_TYPE_IN : Math.max(0, ROWS_TO_TYPE_IN - own.size()));
        var gone = typed.stream()
                .filter(row -> row.isFromCatalogue() && row.isMeant() && !known.contains(text(row.sku())));
        var all = Stream.of(listed, own.stream(), spare, gone).flatMap(rows -> rows);
        return new CycleForm(
                community,
                title,
                opensAt,
                cutOff,
                pickupPoint,
                pickupFrom,
                pickupUntil,
                points,
                needed(),
                all.toList());
    }

    /** Which row is the first one to type in that is empty; -1 for none. */
    int firstEmpty() {
        return IntStream.range(0, rows().size())
                .filter(at ->
                        !rows().get(at).isFromCatalogue() && !rows().get(at).isMeant())
                .findFirst()
                .orElse(-1);
    }

    /** Whether something was typed that the catalogue does not have. */
    public boolean isTypedIn() {
        return rows().stream().anyMatch(row -> !row.isFromCatalogue() && row.isMeant());
    }

    CyclePlan plan(Instant now, ZoneId zone, List<PickupPointCard> own, Map<SkuId, SkuCard> catalogue) {
        var cutOffAt = moment("cutOff", text(cutOff), zone);
        return new CyclePlan(
                text(title),
                items(catalogue),
                opens(now, cutOffAt, zone),
                cutOffAt,
                new CycleFormPoints(this, own, zone).read(cutOffAt),
                needed().terms(cutOffAt));
    }

    private Instant opens(Instant now, Instant cutOffAt, ZoneId zone) {
        var typed = text(opensAt);
        var opens = typed.isEmpty() ? now : moment("opensAt", typed, zone);
        if (opens.isAfter(now) && !opens.isBefore(cutOffAt)) {
            throw new Invalid("opensAt", "cycle-opens-after-cut-off");
        }
        return opens.isAfter(now) ? opens : now;
    }

    private CycleFormTerms needed() {
        return terms == null ? CycleFormTerms.NONE : terms;
    }

    private List<CyclePlan.Item> items(Map<SkuId, SkuCard> catalogue) {
        var items = new ArrayList<CyclePlan.Item>();
        for (int at = 0; at < rows().size(); at++) {
            if (rows().get(at).isMeant()) {
                items.add(rows().get(at).itemAt(at, catalogue));
            }
        }
        return items;
    }

    private List<CycleFormRow> rows() {
        return products == null ? List.of() : products;
    }

    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    public static UUID uuid(String field, String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException unreadable) {
            throw new Invalid(field, "cycle-choice-missing");
        }
    }

    static Instant moment(String field, String typed, ZoneId zone) {
        try {
            return LocalDateTime.parse(typed).atZone(zone).toInstant();
        } catch (DateTimeException unreadable) {
            throw new Invalid(field, "cycle-time-unreadable");
        }
    }
}
