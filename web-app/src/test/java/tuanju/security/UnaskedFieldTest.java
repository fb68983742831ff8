package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tuanju.security.Routes.Row;
import tuanju.security.Routes.Whose;

/** Nobody sets a price, a state or a role by sending it along. */
class UnaskedFieldTest extends AtEveryDoor {

    /** Machines sign what they send: theirs is refused for that. */
    static Stream<Row> changing() {
        return Routes.table().stream()
                .filter(it -> !it.method().equals("GET") && !it.method().equals("ANY"))
                .filter(it -> it.whose() != Whose.MACHINE);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("W-15 A-20 A-24 a field that nobody asked for is refused by its name, such as a price")
    @MethodSource("changing")
    void aFieldThatNobodyAskedForIsRefused(Row row) {
        jdbc.sql("delete from rate_limit").update();
        var extra = new Nonsense("extra", "1", true);
        var sendings = Sending.withMore(row, mappings(), world);
        assertThat(Stored.by(
                        () -> sendings.forEach(it ->
                                assertThat(it.send(mvc, extra).faults(extra)).isEmpty()),
                        jdbc))
                .isFalse();
    }
}
