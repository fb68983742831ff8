package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tuanju.security.Routes.Row;

/**
 * Every field of every route is sent what cannot be used, by somebody who may enter: it is refused with the field's name,
 * nothing is stored, nothing breaks and nothing is told about the inside.
 */
class EveryFieldTest extends AtEveryDoor {

    static Stream<Row> routes() {
        return Routes.table().stream().filter(it -> !it.method().equals("ANY"));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("W-15 A-21 A-22 A-25 A-91 what cannot be used is refused by its field's name, and nothing is stored")
    @MethodSource("routes")
    void whatCannotBeUsedIsRefused(Row row) {
        jdbc.sql("delete from rate_limit").update();
        var faults = new ArrayList<String>();
        var refused = new ArrayList<Runnable>();
        boolean accepted = false;
        boolean changes = !row.method().equals("GET");
        var before = changes ? Stored.in(jdbc) : null;
        for (var sending : Sending.all(row, mappings(), world)) {
            for (var nonsense : Nonsense.of(sending.inlet())) {
                var answer = sending.send(mvc, nonsense);
                faults.addAll(answer.faults(nonsense));
                if (answer.isRefused()) {
                    refused.add(() -> sending.send(mvc, nonsense));
                } else {
                    accepted = true;
                }
            }
        }
        boolean same = !changes || !accepted && Stored.in(jdbc).equals(before);
        if (!same && Stored.by(() -> refused.forEach(Runnable::run), jdbc)) {
            faults.add(row + " refused, and still stored something");
        }
        assertThat(faults).isEmpty();
    }
}
