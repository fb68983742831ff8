package tuanju.cycle.planning;

import static tuanju.cycle.planning.CycleForm.text;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import tuanju.community.PickupPointCard;
import tuanju.cycle.CyclePoint;

/**
 * One pickup point in the form for a new cycle, as typed.
 *
 * @param from empty where it is collected when the form says for all
 */
record CycleFormPoint(
        @Nullable String point,
        @Nullable String chosen,
        @Nullable String from,
        @Nullable String until) {

    static CycleFormPoint of(PickupPointCard card, boolean isChosen) {
        return new CycleFormPoint(card.id().toString(), isChosen ? "on" : "", "", "");
    }

    /** A point of a plan; its times are left out where the main point has the same. */
    static CycleFormPoint of(CyclePoint point, CyclePoint main, ZoneId zone) {
        boolean isSame = point.from().equals(main.from()) && point.until().equals(main.until());
        return new CycleFormPoint(
                point.point().toString(),
                "on",
                isSame ? "" : CycleForm.typed(point.from(), zone),
                isSame ? "" : CycleForm.typed(point.until(), zone));
    }

    public boolean isChosen() {
        return !text(chosen).isEmpty();
    }

    /** Whether it has a time of its own, so that the page shows it. */
    public boolean isTimed() {
        return !(text(from) + text(until)).isEmpty();
    }

    Instant fromOr(Instant shared, String field, ZoneId zone) {
        return text(from).isEmpty() ? shared : CycleForm.moment(field, text(from), zone);
    }

    Instant untilOr(Instant shared, String field, ZoneId zone) {
        return text(until).isEmpty() ? shared : CycleForm.moment(field, text(until), zone);
    }
}
