package tuanju.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tuanju.bench.CycleDay.Cycle;

@DisplayName("One bag handed over beside the two rows this changes")
class HandoverBench {

    private static final int BAGS = 5;

    private final Market market = Market.open();
    private final CycleDay day = new CycleDay(market);

    @Test
    void amongFewAndAmongMany() {
        handOver(50 + 7 * BAGS, "bag handed over among 50");
        handOver(5_000 + 7 * BAGS, "bag handed over among 5,000");
    }

    private void handOver(int among, String work) {
        var cycle = waiting(among);
        var bags = new ArrayDeque<>(codes(cycle));
        warmUp(cycle, bags);
        var both = Comparison.of(
                work,
                () -> Clients.run(1, () -> new ByTheDesk(market, cycle), some(bags)),
                () -> Clients.run(1, () -> new ByTheTables(market.session()), some(bags)));

        assertThat(both.done()).isEqualTo(2 * both.plain().size() * BAGS);
    }

    private void warmUp(Cycle cycle, Deque<String> bags) {
        Clients.run(1, () -> new ByTheDesk(market, cycle), some(bags));
    }

    private static List<String> some(Deque<String> bags) {
        var some = new ArrayList<String>();
        for (int i = 0; i < BAGS; i++) {
            some.add(bags.pop());
        }
        return some;
    }

    /** One neighbour ordered; the others' orders are copies of theirs. */
    private Cycle waiting(int bags) {
        var cycle = day.open();
        day.order(cycle, 1);
        day.move(cycle, "CLOSED", "ARRIVED", "HANDING_OVER");
        market.copyBags(cycle.code(), bags - 1);
        return cycle;
    }

    private List<String> codes(Cycle cycle) {
        return market.database()
                .sql("select pickup_code from orders where source_code = :cycle order by random()")
                .param("cycle", cycle.code())
                .query(String.class)
                .list();
    }

    private record ByTheDesk(Caller caller, String path, String token) implements Clients.Hand<String> {

        ByTheDesk(Market market, Cycle cycle) {
            this(
                    market.caller(),
                    "/api/v1/cycles/" + cycle.code() + "/handovers",
                    market.leader().token());
        }

        @Override
        public boolean does(String pickupCode) {
            return caller.post(path, token, "{\"pickupCode\":\"" + pickupCode + "\",\"confirmed\":true}")
                    .isDone(201);
        }

        @Override
        public void close() {
            caller.close();
        }
    }

    private record ByTheTables(Connection session) implements Clients.Hand<String> {

        private static final String BOTH_ROWS = """
                with given as (
                    update orders set status = 'COLLECTED', collected_at = now(), change_cause = 'collected'
                    where pickup_code = ? and status = 'CONFIRMED' returning community_id, id, pickup_leader_id
                )
                insert into handover (community_id, id, order_id, handed_by)
                select community_id, uuidv7(), id, pickup_leader_id from given
                """;

        @Override
        public boolean does(String pickupCode) {
            try (var both = session.prepareStatement(BOTH_ROWS)) {
                both.setString(1, pickupCode);
                return both.executeUpdate() == 1;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            Market.end(session);
        }
    }
}
