package tuanju.cycle.planning;

import static tuanju.cycle.planning.CycleForm.text;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tuanju.command.Invalid;
import tuanju.community.PickupPointCard;
import tuanju.cycle.CyclePoint;

/** Reads where and when a new cycle is collected: each chosen point at the time of all, or at its own. */
final class CycleFormPoints {

    private final CycleForm form;
    private final List<PickupPointCard> own;
    private final ZoneId zone;

    CycleFormPoints(CycleForm form, List<PickupPointCard> own, ZoneId zone) {
        this.form = form;
        this.own = own;
        this.zone = zone;
    }

    /** A row for each of the leader's open points, ticked as typed; with only one there is nothing to choose. */
    static List<CycleFormPoint> rows(CycleForm form, List<PickupPointCard> own) {
        var typed = form.pointRows().stream()
                .collect(Collectors.toMap(row -> text(row.point()), row -> row, (first, again) -> first));
        return own.stream()
                .map(card -> typed.getOrDefault(
                        card.id().toString(),
                        CycleFormPoint.of(
                                card, own.size() == 1 || card.id().toString().equals(form.pickupPoint()))))
                .toList();
    }

    /** Refuses with Invalid for the field of the form that cannot be used. */
    List<CyclePoint> read(Instant cutOff) {
        var shared = new Window(
                CycleForm.moment("pickupFrom", text(form.pickupFrom()), zone),
                CycleForm.moment("pickupUntil", text(form.pickupUntil()), zone));
        var rows = rows(form, own);
        var points = new ArrayList<CyclePoint>();
        for (int at = 0; at < rows.size(); at++) {
            if (rows.get(at).isChosen()) {
                points.add(point(rows.get(at), "points[%d].".formatted(at), shared, cutOff));
            }
        }
        if (points.isEmpty()) {
            throw new Invalid("points", "cycle-point-missing");
        }
        return points;
    }

    private CyclePoint point(CycleFormPoint row, String prefix, Window shared, Instant cutOff) {
        var place = OwnPoints.place(own, CycleForm.uuid("points", text(row.point())), "points");
        var point = new CyclePoint(
                place,
                row.fromOr(shared.from(), prefix + "pickupFrom", zone),
                row.untilOr(shared.until(), prefix + "pickupUntil", zone));
        point.check(row.isTimed() ? prefix : "", cutOff);
        return point;
    }

    private record Window(Instant from, Instant until) {}
}
