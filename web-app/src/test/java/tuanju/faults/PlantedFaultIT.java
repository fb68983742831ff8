package tuanju.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tuanju.faults.History.Fact;
import tuanju.faults.History.Kind;

/** Violations planted in a transaction that is rolled back: the judge must see each, or its silence means nothing. */
@Tag("fault")
@DisplayName("The judge finds what is planted")
class PlantedFaultIT {

    private static final Duration BRIEFLY = Duration.ofSeconds(2);

    private final House house = House.own();

    @Test
    void findsAnAnswerThatWasLost() {
        var order = anOrder();
        // the role switches foreign keys and triggers off, as only a broken disk could
        assertThat(found(house.history().facts(), "set local session_replication_role = replica", """
                        delete from orders where code = '%s'
                        """.formatted(order)))
                .anyMatch(it -> it.startsWith("lost order: " + order));
    }

    @Test
    void findsWhatALeaderWroteDownAndIsGone() {
        var random = new Random(2);
        var cycle = new Leading(house.world(), random).leadARound(false);
        var goods = new Goods(house.world(), random);
        var told = EnumSet.of(Kind.TRANSFERRED, Kind.COUNTED, Kind.GIVEN_OUT, Kind.PAID_BACK);
        // what is given back by hand is owed a moment after it was given out
        await().atMost(Truth.SOON).until(() -> {
            goods.giveBackByHand(cycle);
            return house.history().facts().stream()
                    .map(Fact::kind)
                    .collect(Collectors.toSet())
                    .containsAll(told);
        });
        var facts = house.history().facts();
        assertThat(found(
                        facts,
                        "set local session_replication_role = replica",
                        "delete from transfer_line",
                        "update goods_receipt set arrived = arrived + 1",
                        "delete from shortage",
                        "delete from order_paid_back_by_hand"))
                .anyMatch(it -> it.startsWith("lost transfers"))
                .anyMatch(it -> it.startsWith("lost count"))
                .anyMatch(it -> it.startsWith("lost giving-out"))
                .anyMatch(it -> it.startsWith("lost paying back"));
    }

    @Test
    void findsAnOrderThatNobodyWasToldOf() throws SQLException {
        try (var session = house.session()) {
            var judge = judge(session);
            var order = anOrder();
            session.rollback();
            assertThat(judge.complaints(List.of()))
                    .anyMatch(it -> it.startsWith("order nobody was told of") && it.contains(order));
            session.rollback();
        }
    }

    @Test
    void findsAnEventThatNobodyHearsAgain() {
        assertThat(found(List.of(), """
                        insert into event_publication (id, listener_id, event_type, serialized_event, publication_date)
                        values (gen_random_uuid(), 'a listener without retry', 'tuanju.order.OrderPaid', '{}', now())
                        """)).anyMatch(it -> it.startsWith("outbox: a listener without retry"));
    }

    @Test
    void findsAJobWhoseWorkerDied() {
        assertThat(found(List.of(), """
                        update scheduled_tasks set picked = true, picked_by = 'a worker without heartbeat',
                            execution_time = now() - interval '1 minute', last_heartbeat = now() - interval '1 minute'
                        where task_name = 'payment-poller'
                        """)).contains("job not on: payment-poller");
    }

    @Test
    @DisplayName("W-01 a stored form that nobody can read keeps nothing from starting, and is found")
    void findsAStoredFormThatChanged() {
        house.database().sql("""
                        insert into event_publication (id, listener_id, event_type, serialized_event, publication_date)
                        values (gen_random_uuid(), 'tuanju.insight.Recording.on(tuanju.order.OrderPaid)',
                            'tuanju.order.OrderPaid', '{"order": "once it was a word"}', now())
                        """).update();
        house.program().kill();
        house.program().start();
        assertThat(found(List.of())).anyMatch(it -> it.startsWith("outbox: tuanju.insight.Recording"));
        await().atMost(Truth.SOON)
                .until(() -> house.database()
                                .sql("delete from event_publication where set_aside = 'UNREADABLE'")
                                .update()
                        == 1);
    }

    private String anOrder() {
        var buyer = house.world().neighbours().getFirst();
        var order = new Shopping(house.world(), new Random(1))
                .order(buyer, house.world().cycle());
        assertThat(order).isNotNull();
        return order;
    }

    /** What the judge says of these plants. */
    private List<String> found(List<Fact> facts, String... plants) {
        try (var session = house.session()) {
            var judge = judge(session);
            for (var plant : plants) {
                try (var statement = session.createStatement()) {
                    statement.execute(plant);
                }
            }
            var complaints = judge.complaints(facts);
            session.rollback();
            return complaints;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Truth judge(Connection session) {
        var source = new SingleConnectionDataSource(session, true);
        return new Truth(() -> JdbcClient.create(source), BRIEFLY);
    }
}
