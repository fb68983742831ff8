package tuanju.cycle.steering;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePoint;
import tuanju.cycle.CyclePoints;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.CycleView;
import tuanju.page.Dates;

/** What a leader is told after a step of their cycle: goods that are here can be collected from when their point opens. */
@Component
@RequiredArgsConstructor
class StepSaid {

    private final CyclePoints points;
    private final Dates dates;
    private final MessageSource messages;
    private final Clock clock;

    /** A sentence, or the key of one, about a cycle after this step was asked for. */
    String of(CycleCard cycle, CycleStatus asked) {
        var now = clock.instant();
        var phase = CycleView.Phase.of(cycle, now);
        boolean isDecided = phase == CycleView.Phase.CLOSED || phase == CycleView.Phase.LAPSED;
        return cycle.status() == CycleStatus.ARRIVED
                ? arrived(points.of(cycle), now)
                : "cycle.moved." + (isDecided ? asked.name() : phase.name());
    }

    private String arrived(List<CyclePoint> where, Instant now) {
        if (where.stream().noneMatch(it -> it.until().isAfter(now))) {
            return words("over");
        }
        var later = where.stream().filter(it -> it.from().isAfter(now)).toList();
        if (later.isEmpty()) {
            return "cycle.moved.ARRIVED";
        }
        boolean isOneMoment =
                later.stream().map(CyclePoint::from).distinct().count() == 1 && later.size() == where.size();
        return isOneMoment
                ? words("from", dates.when(later.getFirst().from()))
                : words(
                        "points",
                        where.stream()
                                .map(it -> it.place().name() + " " + dates.when(it.from()))
                                .collect(Collectors.joining(" · ")));
    }

    private String words(String key, Object... arguments) {
        Locale language = LocaleContextHolder.getLocale();
        return Objects.requireNonNull(messages.getMessage("cycle.moved.ARRIVED." + key, arguments, language));
    }
}
