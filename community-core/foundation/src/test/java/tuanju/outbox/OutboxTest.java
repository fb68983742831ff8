package tuanju.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.ActiveProfiles;
import support.TestDatabase;
import tuanju.outbox.Instance.Moved;
import tuanju.outbox.Instance.Painted;
import tuanju.outbox.Outbox.Reason;

/** What happened is heard by everybody who listens, once, in order, whatever fails on the way. */
@SpringBootTest
@Import(TestDatabase.class)
@ActiveProfiles("test")
@ExtendWith(OutputCaptureExtension.class)
class OutboxTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String DIARY = "tuanju.outbox.Instance$Diary.on(tuanju.outbox.Instance$Moved)";
    private static final String COUNTER = "tuanju.outbox.Instance$Counter.on(tuanju.outbox.Instance$Moved)";

    private final UUID thing = UUID.randomUUID();
    private final String schema = "outbox_" + thing.toString().replace("-", "");

    @Autowired
    FlywayConnectionDetails owner;

    @Autowired
    JdbcClient all;

    private DriverManagerDataSource database = new DriverManagerDataSource();
    private JdbcClient jdbc = JdbcClient.create(database);

    /** A schema of its own, and its owner's: programs of other tests listen to other things on the same server. */
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
        all.sql("drop schema " + schema + " cascade").update();
    }

    @Test
    void whatHappenedIsHeardByEverybodyAndKeptNoLonger() {
        try (var program = new Instance(database)) {
            program.publish(new Moved(thing, "kitchen"));
            await().atMost(LONG).until(this::outstanding, it -> it == 0);
            assertThat(diary(thing)).containsExactly("kitchen");
            assertThat(program.counted(thing)).isOne();
        }
    }

    @Test
    @DisplayName(
            "W-03 a listener that failed is tried again while the program runs, and what it did before failing is undone")
    void aListenerThatFailedIsTriedAgain(CapturedOutput log) {
        try (var program = new Instance(database)) {
            program.whileWriting(event -> {
                throw new IllegalStateException("no ink");
            });
            program.publish(new Moved(thing, "kitchen"));
            await().atMost(LONG).until(() -> program.outbox().counts().failing() == 1);
            assertThat(diary(thing)).isEmpty();
            assertThat(program.counted(thing)).as("others heard it").isOne();
            var failing = program.stuck().kinds().getFirst();
            assertThat(failing.listener()).isEqualTo(DIARY);
            assertThat(failing.lastError()).isEqualTo(IllegalStateException.class.getName());
            assertThat(failing.lastTried()).isNotNull();
            assertThat(program.stuck().of(failing.id(), 0, 5))
                    .singleElement()
                    .satisfies(it -> assertThat(it.subject()).isEqualTo(thing));

            assertThat(log)
                    .contains(DIARY + " tries again")
                    .as("W-12 words may name people")
                    .doesNotContain("no ink");

            program.writeInPeace();
            again(program).until(() -> outstanding() == 0);
            assertThat(diary(thing)).containsExactly("kitchen");
            assertThat(program.counted(thing)).isOne();
        }
    }

    @Test
    @DisplayName("W-03 pauses grow from a second to an hour")
    void pausesGrowFromASecondToAnHour() {
        try (var program = new Instance(database)) {
            var id = unheard(new Moved(thing, "kitchen"), DIARY);
            for (int expected : List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 3600, 3600)) {
                program.rows().failed(id, "x");
                assertThat(secondsUntilDue("event_publication where id = '" + id + "'"))
                        .isBetween(expected - 1.0, (double) expected);
            }
        }
    }

    @Test
    @DisplayName("W-03 what happened later to the same thing does not overtake what still fails; other things go on")
    void whatHappenedLaterDoesNotOvertake() {
        var other = UUID.randomUUID();
        try (var program = new Instance(database)) {
            program.whileWriting(event -> {
                if (event.equals(new Moved(thing, "kitchen"))) {
                    throw new IllegalStateException("no ink");
                }
            });
            program.publish(new Moved(thing, "kitchen"));
            await().atMost(LONG).until(() -> program.outbox().counts().failing() == 1);
            program.publish(new Painted(thing, "red"), new Moved(other, "cellar"), new Moved(thing, "garden"));
            await().atMost(LONG).until(() -> diary(other).size() == 1 && outstanding() == 3);
            assertThat(count("event_publication")).as("who must wait has a row").isEqualTo(3);
            program.hearAgain();
            assertThat(diary(thing)).isEmpty();
            assertThat(program.counted(thing)).as("others heard both").isEqualTo(2);
            assertThat(outstanding()).isEqualTo(3);

            program.writeInPeace();
            again(program).until(() -> outstanding() == 0);
            assertThat(diary(thing)).containsExactly("kitchen", "red", "garden");
        }
    }

    @Test
    @DisplayName("W-03 of two events that say the same each is heard, long before anybody would have to try again")
    void twoEventsThatSayTheSameAreHeardBoth() {
        try (var program = new Instance(database)) {
            program.publish(new Moved(thing, "kitchen"), new Moved(thing, "kitchen"));
            again(program).atMost(Duration.ofSeconds(15)).until(() -> outstanding() == 0);
            assertThat(diary(thing)).containsExactly("kitchen", "kitchen");
            assertThat(program.counted(thing)).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("F-03 an event whose program was killed before anybody heard it is heard by the next one")
    void anEventWhoseProgramWasKilledIsHeardByTheNext() {
        unheard(new Moved(thing, "kitchen"), DIARY);
        jdbc.sql("update event_publication set due_at = now() - interval '1 second'")
                .update();
        try (var program = new Instance(database)) {
            again(program).until(() -> outstanding() == 0);
            assertThat(diary(thing)).containsExactly("kitchen");
        }
    }

    @Test
    @DisplayName("W-70 what happened is one row however many listen, gone with the last who hears it")
    void whatHappenedIsOneRow() {
        var hearing = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var program = new Instance(database)) {
            program.whileWriting(event -> {
                hearing.countDown();
                uninterrupted(goOn);
            });
            program.publish(new Moved(thing, "kitchen"));
            assertThat(outstanding()).isEqualTo(2);
            assertThat(count("outbox_event")).isOne();
            assertThat(count("event_publication")).isZero();
            uninterrupted(hearing);
            goOn.countDown();
            await().atMost(LONG).until(() -> outstanding() == 0);
            assertThat(count("outbox_event")).isZero();
        }
    }

    @Test
    @DisplayName("F-03 a program killed between two listeners loses none and has none hear twice")
    void killedBetweenTwoListeners() {
        try (var program = new Instance(database)) {
            program.events().add(List.of(announced(new Moved(thing, "kitchen"), COUNTER, DIARY)));
            var row = jdbc.sql("select id from outbox_event").query(UUID.class).single();
            program.transaction()
                    .executeWithoutResult(heard ->
                            assertThat(program.events().take(row, COUNTER)).isTrue());
            program.transaction().executeWithoutResult(killed -> {
                assertThat(program.events().take(row, DIARY)).isTrue();
                killed.setRollbackOnly();
            });
        }
        jdbc.sql("update outbox_event set due_at = now() - interval '1 second'").update();
        try (var program = new Instance(database)) {
            again(program).until(() -> outstanding() == 0);
            assertThat(diary(thing)).containsExactly("kitchen");
            assertThat(program.counted(thing)).isZero();
        }
    }

    @Test
    @DisplayName("W-01 of an event that was left behind each listener hears it, or has a row that says why not")
    void whoCannotHearHasARowThatSaysWhy() {
        var gone = "tuanju.outbox.Gone.on(tuanju.outbox.Instance$Moved)";
        try (var program = new Instance(database)) {
            program.events()
                    .add(List.of(
                            announced(new Moved(thing, "kitchen"), gone, DIARY),
                            new OutboxEvents.Row(
                                    UUID.randomUUID(),
                                    thing,
                                    new OutboxRows.Kept("tuanju.order.Forgotten", "{}"),
                                    List.of(COUNTER, DIARY))));
            jdbc.sql("update outbox_event set due_at = now() - interval '1 second'")
                    .update();
            again(program).until(() -> diary(thing).size() == 1 && count("outbox_event") == 0);
            assertThat(program.outbox().counts()).isEqualTo(new Outbox.Counts(0, 0, 3));
            assertThat(program.stuck().kinds())
                    .extracting(it -> it.many() + " " + it.setAside())
                    .containsExactlyInAnyOrder(
                            "1 " + Reason.UNKNOWN_LISTENER, "1 " + Reason.UNKNOWN_EVENT, "1 " + Reason.UNKNOWN_EVENT);
        }
    }

    @Test
    @DisplayName("W-03 what was announced later waits for what another program has not gone round with")
    void whatWasAnnouncedLaterWaitsForAnotherProgram() {
        try (var program = new Instance(database)) {
            program.events().add(List.of(announced(new Moved(thing, "kitchen"), DIARY)));
            program.publish(new Moved(thing, "garden"));
            await().atMost(LONG).until(() -> program.counted(thing) == 1 && count("event_publication") == 1);
            program.hearAgain();
            assertThat(diary(thing)).isEmpty();

            jdbc.sql("update outbox_event set due_at = now()").update();
            again(program).until(() -> outstanding() == 0);
            assertThat(diary(thing)).containsExactly("kitchen", "garden");
        }
    }

    @Test
    @DisplayName("W-03 whoever is cut off is due again within half a minute, without anybody waiting for them")
    void whoeverIsCutOffIsDueAgainWithinHalfAMinute() {
        try (var program = new Instance(database)) {
            program.events().add(List.of(announced(new Moved(thing, "kitchen"), DIARY)));
            assertThat(secondsUntilDue("outbox_event")).isBetween(0.0, 30.0);

            jdbc.sql("update outbox_event set due_at = now()").update();
            assertThat(program.events().due(5)).hasSize(1);
            assertThat(program.events().due(5)).as("picked a moment ago").isEmpty();
            assertThat(secondsUntilDue("outbox_event")).isBetween(0.0, 30.0);
        }
    }

    @Test
    @DisplayName("W-03 whoever must try again is due again within half a minute after somebody began")
    void whoeverMustTryAgainIsDueAgain() {
        try (var program = new Instance(database)) {
            unheard(new Moved(thing, "kitchen"), DIARY);
            jdbc.sql("update event_publication set subject = ?").param(thing).update();

            jdbc.sql("update event_publication set due_at = now()").update();
            assertThat(program.rows().due(5)).hasSize(1);
            assertThat(program.rows().due(5)).as("picked a moment ago").isEmpty();
            assertThat(secondsUntilDue("event_publication")).isBetween(0.0, 30.0);
        }
    }

    @Test
    @DisplayName("I-D3 two programs on one database have an event heard once")
    void twoProgramsHaveAnEventHeardOnce() throws InterruptedException {
        var hearing = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var one = new Instance(database);
                var other = new Instance(database)) {
            one.whileWriting(event -> {
                hearing.countDown();
                uninterrupted(goOn);
            });
            one.publish(new Moved(thing, "kitchen"));
            hearing.await();
            var row = jdbc.sql("select id from outbox_event").query(UUID.class).single();
            assertThat((boolean)
                            other.transaction().execute(status -> other.events().take(row, DIARY)))
                    .as("somebody hears it")
                    .isFalse();
            other.hearAgain();
            goOn.countDown();
            await().atMost(LONG).until(() -> outstanding() == 0);
            assertThat(diary(thing)).containsExactly("kitchen");
            assertThat(one.counted(thing) + other.counted(thing)).isOne();
        }
    }

    @Test
    @DisplayName("W-01 what cannot be read or heard is set aside, never in the way and never forgotten")
    void whatCannotBeReadIsSetAside() {
        unheard(new Moved(thing, "kitchen"), DIARY);
        write("tuanju.order.Forgotten", "{}", DIARY);
        write(Moved.class.getName(), "{\"thing\": \"" + thing + "\", \"to\": ", DIARY);
        write(Moved.class.getName(), "null", DIARY);
        write(Moved.class.getName(), "{}", "tuanju.outbox.Gone.on(tuanju.outbox.Instance$Moved)");
        write(Painted.class.getName(), "{\"thing\": \"" + thing + "\"}", DIARY);
        unheard(new Moved(thing, "garden"), DIARY);
        jdbc.sql("update event_publication set due_at = now() - interval '1 second'")
                .update();
        try (var program = new Instance(database)) {
            again(program).until(() -> outstanding() == 5);
            assertThat(diary(thing)).containsExactly("kitchen", "garden");
            assertThat(program.outbox().counts()).isEqualTo(new Outbox.Counts(0, 0, 5));
            assertThat(program.outbox().needingSomebody()).isEqualTo(5);
            assertThat(program.stuck().kinds())
                    .extracting(it -> it.many() + " " + it.setAside())
                    .containsExactlyInAnyOrder(
                            "1 " + Reason.UNKNOWN_EVENT,
                            "2 " + Reason.UNREADABLE,
                            "1 " + Reason.UNKNOWN_LISTENER,
                            "1 " + Reason.UNKNOWN_LISTENER);
        }
    }

    @Test
    @DisplayName("W-01 a job that looks while the program still starts sets nothing aside")
    void aLookWhileTheProgramStartsSetsNothingAside() {
        unheard(new Moved(thing, "kitchen"), DIARY);
        try (var program = new Instance(database, true)) {
            assertThat(program.outbox().counts()).isEqualTo(new Outbox.Counts(1, 0, 0));
            again(program).until(() -> outstanding() == 0);
            assertThat(diary(thing)).containsExactly("kitchen");
        }
    }

    @Test
    void anOperatorTriesAgainOrDropsWhatWasSetAside() {
        try (var program = new Instance(database)) {
            var id = write("tuanju.order.Forgotten", "{}", DIARY);
            assertThat(program.outbox().drop(id)).as("still tried").isEmpty();
            program.rows().setAside(id, Reason.UNKNOWN_EVENT);

            assertThat(program.outbox().tryNow(id)).isTrue();
            again(program).until(() -> program.outbox().counts().setAside() == 1);
            assertThat(program.outbox().drop(id))
                    .hasValueSatisfying(it -> assertThat(it.event()).isEqualTo("tuanju.order.Forgotten"));
            assertThat(program.outbox().drop(id)).isEmpty();
            assertThat(outstanding()).isZero();
        }
    }

    @Test
    @DisplayName("W-03 all of a kind is tried, set aside or given up at once, but what somebody hears at that moment")
    void allOfAKindIsHelpedAtOnce() {
        try (var program = new Instance(database)) {
            var ids = Stream.generate(() -> write("tuanju.order.Forgotten", "{}", DIARY))
                    .limit(30)
                    .toList();
            ids.forEach(it -> program.rows().failed(it, "x"));
            var failing = program.stuck().kinds().getFirst();
            assertThat(failing.many()).isEqualTo(30);
            assertThat(program.stuck().drop(failing.id())).as("still tried").isZero();

            program.transaction().executeWithoutResult(hearing -> {
                assertThat(program.rows().take(ids.getFirst())).isTrue();
                assertThat(elsewhere(() -> program.stuck().setAside(failing.id())))
                        .isEqualTo(29);
            });
            var aside = program.stuck().kinds().getFirst();
            assertThat(aside.setAside()).isEqualTo(Reason.BY_HAND);
            assertThat(program.stuck().of(aside.id(), 0, 20)).hasSize(20);

            assertThat(program.stuck().tryNow(aside.id())).isEqualTo(29);
            assertThat(program.stuck().setAside(failing.id())).isEqualTo(29);
            assertThat(program.stuck().drop(aside.id())).isEqualTo(29);
            assertThat(outstanding()).isZero();
        }
    }

    @Test
    void onlyWhatKeepsFailingNeedsSomebody() {
        try (var program = new Instance(database)) {
            var id = unheard(new Moved(thing, "kitchen"), DIARY);
            for (int time = 1; time <= 4; time++) {
                program.rows().failed(id, "x");
            }
            assertThat(program.outbox().needingSomebody()).isZero();
            program.rows().failed(id, "x");
            assertThat(program.outbox().needingSomebody()).isOne();
        }
    }

    private org.awaitility.core.ConditionFactory again(Instance program) {
        return await().atMost(LONG).conditionEvaluationListener(it -> program.hearAgain());
    }

    /** A row as release 0.1.0 left it: it did not say what it is about. */
    private UUID unheard(Moved event, String listener) {
        return write(Moved.class.getName(), new StoredJson().write(event), listener);
    }

    private UUID write(String type, String json, String listener) {
        return jdbc.sql("""
                        insert into event_publication (id, event_type, listener_id, publication_date, serialized_event)
                        values (gen_random_uuid(), ?, ?, now(), ?) returning id
                        """).params(type, listener, json).query(UUID.class).single();
    }

    private int outstanding() {
        return count("event_publication")
                + jdbc.sql("select coalesce(sum(cardinality(unheard)), 0) from outbox_event")
                        .query(Integer.class)
                        .single();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private List<String> diary(UUID about) {
        return jdbc.sql("select what from diary where thing = ? order by number")
                .param(about)
                .query(String.class)
                .list();
    }

    private double secondsUntilDue(String where) {
        return jdbc.sql("select extract(epoch from due_at - clock_timestamp()) from " + where)
                .query(Double.class)
                .single();
    }

    /** As a program leaves it that was killed after the commit. */
    private static OutboxEvents.Row announced(Moved event, String... listeners) {
        var kept = new OutboxRows.Kept(Moved.class.getName(), new StoredJson().write(event));
        return new OutboxEvents.Row(UUID.randomUUID(), event.thing(), kept, List.of(listeners));
    }

    /** By somebody else, in a transaction of their own. */
    private static int elsewhere(Supplier<Integer> act) {
        return CompletableFuture.supplyAsync(act).join();
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
