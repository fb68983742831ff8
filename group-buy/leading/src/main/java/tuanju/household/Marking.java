package tuanju.household;

import java.util.List;
import java.util.stream.Stream;
import tuanju.cycle.CycleCard;
import tuanju.member.MemberId;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderSheet;

/** Who does something to which households of a cycle. */
record Marking(MemberId by, CycleCard cycle, List<HouseholdRow> rows) {

    Marking {
        rows = List.copyOf(rows);
    }

    Stream<OrderSheet> orders() {
        return rows.stream().flatMap(it -> it.orders().stream());
    }

    /** Those whose goods are still to come or to be fetched. */
    Stream<OrderSheet> waiting() {
        return orders().filter(it -> switch (it.status()) {
            case PLACED, PAID, CONFIRMED -> true;
            case COLLECTED, COMPLETED, CLOSED, REFUNDED -> false;
        });
    }

    Stream<OrderSheet> in(OrderStatus status) {
        return orders().filter(it -> it.status() == status);
    }

    /** How many households these parts are of. */
    int households(List<ActRows.Part> parts) {
        var codes = parts.stream().map(it -> it.code().value()).toList();
        return (int)
                rows.stream().filter(row -> codes.stream().anyMatch(row::holds)).count();
    }
}
