package tuanju.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tuanju.bench.CycleDay.Cycle;

@DisplayName("The close of a cycle of 500 orders with 20 goods each beside one update of its orders")
class CycleBench {

    private static final int ORDERS = 500;

    private static final String CONFIRM = """
            update orders set status = 'CONFIRMED', confirmed_at = now(), change_cause = 'cycle-closed'
            where source_code = ? and status = 'PAID'
            """;

    private final Market market = Market.open();
    private final CycleDay day = new CycleDay(market);

    @Test
    void close() {
        close(ordered(50));
        var both = Comparison.of(
                "close of 500 orders × 20 goods", () -> close(ordered(ORDERS)), () -> update(ordered(ORDERS)));

        assertThat(both.program()).allMatch(it -> it.done() == ORDERS);
    }

    private Cycle ordered(int orders) {
        var cycle = day.open();
        day.order(cycle, orders);
        return cycle;
    }

    /** Until every order is confirmed. */
    private Pace close(Cycle cycle) {
        long orders = day.inStatus(cycle, "PAID");
        long began = System.nanoTime();
        day.move(cycle, "CLOSED");
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> day.inStatus(cycle, "CONFIRMED") == orders);
        return Pace.of((int) orders, Duration.ofNanos(System.nanoTime() - began));
    }

    private Pace update(Cycle cycle) {
        try (var session = market.session();
                var update = session.prepareStatement(CONFIRM)) {
            update.setString(1, cycle.code());
            long began = System.nanoTime();
            int orders = update.executeUpdate();
            return Pace.of(orders, Duration.ofNanos(System.nanoTime() - began));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
