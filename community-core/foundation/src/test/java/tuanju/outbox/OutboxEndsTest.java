package tuanju.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import support.TestDatabase;
import tuanju.outbox.Instance.Moved;
import tuanju.outbox.Instance.Painted;

/** Nothing is lost and nobody is held up, whatever a listener or whoever announces something does at its edges. */
@SpringBootTest
@Import(TestDatabase.class)
@ActiveProfiles("test")
class OutboxEndsTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String DIARY = "tuanju.outbox.Instance$Diary.on(tuanju.outbox.Instance$Moved)";
    private static final String COUNTER = "tuanju.outbox.Instance$Counter.on(tuanju.outbox.Instance$Moved)";

    private final UUID thing = UUID.randomUUID();
    private final String schema = "outbox_" + thing.toString().replace("-", "");
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Autowired
    FlywayConnectionDetails owner;

    @Autowired
    JdbcClient all;

    private DriverManagerDataSource database = new DriverManagerDataSource();
    private JdbcClient jdbc = JdbcClient.create(database);

    @BeforeEach
    void anOutboxOfItsOwn() {
        all.sql("create schema " + schema).update();
        for (var table : List.of("event_publication", "outbox_event")) {
            all.sql("create table %1$s.%2$s (like public.%2$s including all)".formatted(schema, table))
                    .update();
        }
        all.sql("create table " + schema + ".diary (thing uuid, what text, number bigint generated always as identity)")
                .update();
        var url = Objects.requireNonNull(owner.getJdbcUrl());
        database = new DriverManagerDataSource(
                url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema,
                owner.getUsername(),
                owner.getPassword());
        jdbc = JdbcClient.create(database);
    }

    @AfterEach
    void leaveNothing() {
        goOn.countDown();
        all.sql("drop schema " + schema + " cascade").update();
    }

    @Test
    @DisplayName("W-03 behind a listener that never comes to an end the others hear it")
    void behindOneThatNeverEndsTheOthersHearIt() {
        try (var program = new Instance(database)) {
            program.whileWriting(event -> uninterrupted(goOn));
            program.events().add(List.of(announced(new Moved(thing, "kitchen"), DIARY, COUNTER)));
            jdbc.sql("update outbox_event set due_at = now()").update();

            again(program).until(() -> program.counted(thing) == 1);
            goOn.countDown();
            again(program).until(() -> outstanding() == 0);
            assertThat(diary()).containsExactly("kitchen");
        }
    }

    @Test
    @DisplayName("W-03 a hearing that kills its program again and again does so less often, and is seen")
    void whatKillsItsProgramIsSeen() {
        try (var program = new Instance(database)) {
            program.events().add(List.of(announced(new Moved(thing, "kitchen"), DIARY)));
            program.events().apart(theEvent(), DIARY);
            for (int killed = 0; killed < 10; killed++) {
                jdbc.sql("update event_publication set due_at = now()").update();
                assertThat(program.rows().due(5)).hasSize(1);
            }
            assertThat(program.stuck().kinds()).singleElement().satisfies(it -> {
                assertThat(it.mostFailures()).isEqualTo(9);
                assertThat(it.lastError()).isEqualTo("cut off");
                assertThat(it.lastTried()).isNotNull();
            });
            assertThat(jdbc.sql("select extract(epoch from due_at - clock_timestamp()) from event_publication")
                            .query(Double.class)
                            .single())
                    .isBetween(200.0, 256.0);
        }
    }

    @Test
    @DisplayName("W-03 who failed, must wait or was sent on by an operator was not cut off")
    void whoFailedWasNotCutOff() {
        try (var program = new Instance(database)) {
            program.events().add(List.of(announced(new Moved(thing, "kitchen"), DIARY)));
            program.events().apart(theEvent(), DIARY);
            program.rows().due(5);
            var row = jdbc.sql("select id from event_publication")
                    .query(UUID.class)
                    .single();
            program.rows().failed(row, "x");
            jdbc.sql("update event_publication set due_at = now()").update();
            program.rows().due(5);
            program.outbox().tryNow(row);
            program.rows().due(5);
            assertThat(program.stuck().kinds()).singleElement().satisfies(it -> {
                assertThat(it.mostFailures()).isOne();
                assertThat(it.lastError()).isEqualTo("x");
            });
        }
    }

    @Test
    @DisplayName("W-03 whoever looks for what is left does not wait for who hears it at that moment")
    void whoeverLooksWaitsForNobody() {
        try (var program = new Instance(database)) {
            program.events().add(List.of(announced(new Moved(thing, "kitchen"), COUNTER, DIARY)));
            var event = theEvent();
            program.transaction().executeWithoutResult(hearing -> {
                assertThat(program.events().take(event, COUNTER)).isTrue();
                assertThat(CompletableFuture.runAsync(() -> program.events().apart(event, DIARY))
                                .orTimeout(10, TimeUnit.SECONDS))
                        .succeedsWithin(Duration.ofSeconds(10));
            });
            assertThat(jdbc.sql("select unheard::text from outbox_event")
                            .query(String.class)
                            .single())
                    .contains("Diary")
                    .doesNotContain("Counter");
        }
    }

    @Test
    @DisplayName("W-03 a row that cannot be put right ends no look: the others are heard")
    void aRowThatCannotBePutRightEndsNoLook() {
        jdbc.sql("alter table event_publication add check (listener_id <> 'nobody')")
                .update();
        try (var program = new Instance(database)) {
            program.events()
                    .add(List.of(
                            announced(new Moved(UUID.randomUUID(), "cellar"), "nobody"),
                            announced(new Moved(thing, "kitchen"), DIARY)));
            jdbc.sql("update outbox_event set due_at = now()").update();

            again(program).until(() -> outstanding() == 1);
            assertThat(diary()).containsExactly("kitchen");
        }
    }

    @Test
    @DisplayName("W-03 what somebody announces who hears of something at once happened after it")
    void whatIsAnnouncedInAnswerHappenedAfterIt() {
        try (var program = new Instance(database)) {
            program.whileTold(event -> program.publishHere(new Moved(event.thing(), "to dry")));
            program.publish(new Painted(thing, "red"));
            again(program).until(() -> outstanding() == 0);
            assertThat(diary()).containsExactly("red", "to dry");
        }
    }

    @Test
    @DisplayName("W-01 what is announced for the first time just before a commit is heard")
    void whatIsAnnouncedJustBeforeACommitIsHeard() {
        try (var program = new Instance(database)) {
            program.transaction()
                    .executeWithoutResult(status ->
                            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                                @Override
                                public void beforeCommit(boolean readOnly) {
                                    program.publishHere(new Moved(thing, "kitchen"));
                                }
                            }));
            again(program).until(() -> outstanding() == 0 && program.counted(thing) == 1);
            assertThat(diary()).containsExactly("kitchen");
        }
    }

    @Test
    @DisplayName("W-01 what is announced after the commit of its transaction is refused, not lost")
    void whatIsAnnouncedAfterItsCommitIsRefused() {
        try (var program = new Instance(database)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> program.transaction()
                            .executeWithoutResult(status -> TransactionSynchronizationManager.registerSynchronization(
                                    new TransactionSynchronization() {
                                        @Override
                                        public void afterCommit() {
                                            program.publishHere(new Moved(thing, "kitchen"));
                                        }
                                    })));
            assertThat(outstanding()).isZero();
        }
    }

    @Test
    @DisplayName("W-03 two listeners of one name leave no row that nobody can take")
    void twoListenersOfOneName() {
        try (var program = new Instance(database)) {
            program.events()
                    .add(List.of(
                            announced(new Moved(thing, "kitchen"), DIARY, DIARY),
                            announced(new Moved(UUID.randomUUID(), "cellar"), COUNTER, COUNTER)));
            jdbc.sql("update outbox_event set due_at = now()").update();
            again(program).until(() -> outstanding() == 0);
            assertThat(diary()).containsExactly("kitchen");
        }
    }

    private static ConditionFactory again(Instance program) {
        return await().atMost(LONG).conditionEvaluationListener(it -> program.hearAgain());
    }

    private UUID theEvent() {
        return jdbc.sql("select id from outbox_event").query(UUID.class).single();
    }

    private int outstanding() {
        return jdbc.sql("""
                        select (select count(*) from event_publication)
                            + (select coalesce(sum(cardinality(unheard)), 0) from outbox_event)
                        """).query(Integer.class).single();
    }

    private List<String> diary() {
        return jdbc.sql("select what from diary where thing = ? order by number")
                .param(thing)
                .query(String.class)
                .list();
    }

    /** As a program leaves it that was killed after the commit. */
    private static OutboxEvents.Row announced(Moved event, String... listeners) {
        var kept = new OutboxRows.Kept(Moved.class.getName(), new StoredJson().write(event));
        return new OutboxEvents.Row(UUID.randomUUID(), event.thing(), kept, List.of(listeners));
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
