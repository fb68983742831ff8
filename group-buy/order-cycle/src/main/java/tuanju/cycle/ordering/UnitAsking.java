package tuanju.cycle.ordering;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.command.Invalid;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePoints;
import tuanju.order.book.OrderBook;

/** Asks a buyer who names a building that has units (单元), but no unit, which one is theirs; they may say that it is none. */
@Component
@RequiredArgsConstructor
class UnitAsking {

    private final OrderBook book;
    private final CyclePoints points;

    /** Refuses with Invalid for the field unit. */
    void ask(CycleCard cycle, CycleOrdering.Wish wish) {
        var door = wish.door();
        if (door.building().isEmpty() || !door.unit().isEmpty()) {
            return;
        }
        var point = points.chosen(cycle, wish.point()).point();
        List<String> units = book.unitsOf(cycle.community(), point, door);
        if (!units.isEmpty()) {
            throw new Invalid("unit", "cycle-unit-missing", door.building(), String.join(" / ", units));
        }
    }
}
