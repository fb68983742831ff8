package tuanju.cycle;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;

/**
 * Where orders are collected that were read from a text: at the point a line names, else where their leader said. In a cycle
 * with one point nothing is looked for.
 */
public final class NamedPoints {

    private final List<PointName> names;
    private final CyclePoint usual;

    private NamedPoints(List<PointName> names, CyclePoint usual) {
        this.names = names;
        this.usual = usual;
    }

    /**
     * Refuses with Invalid for the field pickupPoint a point that is not one of these.
     *
     * @param points of the cycle, the main point first
     * @param usual where orders go that name none; null for the main point
     */
    public static NamedPoints of(List<CyclePoint> points, @Nullable UUID usual) {
        var chosen = points.stream()
                .filter(it -> usual == null || it.point().equals(usual))
                .findFirst()
                .orElseThrow(() -> new Invalid("pickupPoint", "cycle-point-missing"));
        return new NamedPoints(points.size() < 2 ? List.of() : PointName.of(points), chosen);
    }

    /** Where orders go that name no point. */
    public CyclePoint usual() {
        return usual;
    }

    /** Where an order goes that was written like this. */
    public CyclePoint of(String text) {
        return named(text).orElse(usual);
    }

    /** The point a text names; empty where it names none, or more than one. */
    public Optional<CyclePoint> named(String text) {
        var found = names.stream()
                .filter(name -> name.isIn(text))
                .map(PointName::point)
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The text without the name of the point it goes to, so that the name is read as nothing else. */
    public String without(String text) {
        if (named(text).isEmpty()) {
            return text;
        }
        var rest = text;
        for (var name : names) {
            rest = name.cutFrom(rest);
        }
        return rest.isBlank() ? text : rest;
    }
}
