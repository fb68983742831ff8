package tuanju.chain.telling;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.cycle.CyclePoint;
import tuanju.order.book.OrderSheet;
import tuanju.page.Dates;

/** Says to a group where and when the goods of a cycle are collected, and sorts neighbours by where they collect. */
@Component
@RequiredArgsConstructor
class PointWords {

    private final Dates dates;

    /** Where and when; of several points each on a line of its own. */
    String of(List<CyclePoint> points) {
        return points.size() == 1
                ? one(points.getFirst())
                : points.stream().map(it -> "\n" + one(it)).collect(Collectors.joining());
    }

    private String one(CyclePoint point) {
        var place = point.place();
        return (dates.span(point.from(), point.until()) + " " + place.name() + " " + place.area()).strip();
    }

    /** The neighbours by where they collect, each point with its place and time above its own. */
    String each(List<CyclePoint> points, List<OrderSheet> sheets, Function<List<OrderSheet>, String> people) {
        var byPoint = sheets.stream().collect(Collectors.groupingBy(OrderSheet::pickupPoint));
        return points.stream()
                .filter(point -> byPoint.containsKey(point.point()))
                .map(point -> "【" + one(point) + "】\n" + people.apply(byPoint.getOrDefault(point.point(), List.of())))
                .collect(Collectors.joining("\n\n"));
    }
}
