package tuanju.cycle.planning;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tuanju.cycle.CutOffs;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.CyclePoint;
import tuanju.cycle.CycleProduct;
import tuanju.cycle.CycleTerms;

/** A cycle once more, next week (再开一期): the same products and rules, the next number, dates moved on from today. */
final class NextRound {

    private static final Pattern NUMBERED = Pattern.compile("第\\s*(\\d{1,6})\\s*期");

    private final ZoneId zone;
    private final Period later;

    /**
     * A cycle with what it sold.
     *
     * @param points where it was collected, at the times its leader planned
     */
    record Round(CycleCard cycle, List<CycleProduct> products, List<CyclePoint> points) {

        /** When it was to take no more, before it was given a day more. */
        Instant cutOff() {
            return asPlanned(cycle.cutOff());
        }

        @Nullable
        Instant boxfillUntil() {
            var until = cycle.terms().boxfillUntil();
            return until == null ? null : asPlanned(until);
        }

        private Instant asPlanned(Instant moment) {
            return cycle.turns().extended() == null ? moment : moment.minus(CutOffs.ONE_DAY);
        }
    }

    private NextRound(ZoneId zone, Period later) {
        this.zone = zone;
        this.later = later;
    }

    /** On the same weekdays and hours, in the first week whose cut-off is still to come. */
    static CyclePlan of(Round round, ZoneId zone, Instant now) {
        var cycle = round.cycle();
        var later = Period.ofWeeks(1);
        while (!move(round.cutOff(), zone, later).isAfter(now)) {
            later = later.plusDays(7);
        }
        var next = new NextRound(zone, later);
        var fillUntil = round.boxfillUntil();
        return new CyclePlan(
                title(cycle.title()),
                round.products().stream()
                        .filter(it -> !it.isStopped())
                        .map(CyclePlan.Item::of)
                        .toList(),
                now,
                next.move(round.cutOff()),
                round.points().stream().map(next::point).toList(),
                new CycleTerms(
                        cycle.terms().minimum(),
                        fillUntil == null ? null : next.move(fillUntil),
                        null,
                        cycle.terms().visibility()));
    }

    /** 第12期 becomes 第13期; a title without a number stays. */
    static String title(String title) {
        return NUMBERED.matcher(title).replaceFirst(found -> "第" + (Long.parseLong(found.group(1)) + 1) + "期");
    }

    private CyclePoint point(CyclePoint point) {
        return new CyclePoint(point.place(), move(point.from()), move(point.until()));
    }

    private Instant move(Instant instant) {
        return move(instant, zone, later);
    }

    private static Instant move(Instant instant, ZoneId zone, Period later) {
        return instant.atZone(zone).plus(later).toInstant();
    }
}
