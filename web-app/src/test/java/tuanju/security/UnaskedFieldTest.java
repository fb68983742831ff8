package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tuanju.security.Routes.Row;
import tuanju.security.Routes.Whose;

/** Nobody sets a price, a state or a role by sending it along. Before a push each route is sent a quarter of what the gate sends. */
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
        var all = Sending.withMore(row, mappings(), world);
        int turn = Math.floorMod(row.toString().hashCode(), Share.of(4));
        var sendings = IntStream.iterate(turn, it -> it < all.size(), it -> it + Share.of(4))
                .mapToObj(all::get)
                .toList();
        assertThat(sendings).isNotEmpty();
        assertThat(isStoredBy(sendings.stream()
                        .<Runnable>map(it -> () -> assertRefused(it))
                        .toList()))
                .isFalse();
    }

    /** By the guard before the page: a page that complains about something else would have taken the price. */
    private void assertRefused(Sending sending) {
        var extra = new Nonsense(sending.inlet().name().equals("price") ? "extra" : "extra in a part", "1", true);
        var reply = sending.send(mvc, extra);
        assertThat(reply.faults(extra)).isEmpty();
        assertThat(reply.status()).as(reply.told(extra, "was not refused")).isEqualTo(400);
    }
}
