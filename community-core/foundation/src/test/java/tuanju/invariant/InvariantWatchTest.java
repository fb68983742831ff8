package tuanju.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import support.TestDatabase;
import tuanju.job.SoonAgain;

@SpringBootTest
@ActiveProfiles("test")
@Import(TestDatabase.class)
@DisplayName("W-07 invariants are looked at all the time")
class InvariantWatchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired
    private InvariantWatch watch;

    @Autowired
    private InvariantReading reading;

    @Autowired
    private InvariantRows rows;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("a few at a time, each in its turn, and every one after few turns")
    void aFewAtATime() {
        everyOneIsDue();
        watch.lookAtAFew();
        assertThat(looked()).isBetween(1, Math.min(8, Invariants.claims().size()));
        IntStream.range(0, Invariants.claims().size()).forEach(it -> watch.lookAtAFew());

        assertThat(watch.checks()).hasSameSizeAs(Invariants.claims()).allSatisfy(it -> {
            assertThat(it.checked()).isNotNull();
            assertThat(it.isBroken()).isFalse();
        });
        assertThat(rows.due()).isEmpty();
    }

    @Test
    @DisplayName("a slow one so seldom that it takes a hundredth of the time")
    void aSlowOneIsAskedSeldom() {
        watch.lookAtAll();
        var claim = Invariants.claims().getFirst();
        rows.seen(claim, new InvariantFinding(0, "", List.of()), Duration.ofSeconds(9), Duration.ofSeconds(900));
        assertThat(InvariantWatch.next(Duration.ofSeconds(9), false)).isEqualTo(Duration.ofSeconds(900));
        assertThat(InvariantWatch.next(Duration.ofSeconds(9), true)).isEqualTo(Duration.ofSeconds(90));
        assertThat(InvariantWatch.next(Duration.ofMillis(2), false)).isEqualTo(Duration.ofMinutes(5));
        assertThat(rows.due()).doesNotContain(claim);
    }

    @Test
    @DisplayName(
            "W-07 a release covers the rows that were seen when it was given, and no row that breaks the claim otherwise")
    void aReleaseCoversWhatWasSeen() {
        watch.lookAtAll();
        var claim = "I-L3 Every cached balance is the sum of its entries";
        seen(claim, "select 1 as account, 300 as fen union all select 2, 50");
        assertThat(rows.release(claim, "checked with the bank", UUID.randomUUID()))
                .isTrue();

        seen(claim, "select 1 as account, 300 as fen");
        assertThat(rows.moneyIsHeld()).as("a part of it is whole again").isFalse();
        seen(claim, "select 1 as account, 500 as fen");
        assertThat(rows.moneyIsHeld()).as("as many rows, and more money").isTrue();
        watch.look(claim);
        assertThat(rows.moneyIsHeld()).isFalse();
    }

    private void seen(String claim, String sql) {
        rows.seen(claim, reading.of(new Invariant(claim, true, sql), PATIENCE), Duration.ZERO, PATIENCE);
    }

    @Test
    @DisplayName("W-08 a night on which the database fell is made up for within seconds, not the next night")
    void theNightIsMadeUpFor() {
        assertThat(new InvariantJobs().invariantWatchTask(watch).getFailureHandler())
                .isInstanceOf(SoonAgain.class);
    }

    @Test
    @DisplayName("one that takes too long is ended by the server and told as not seen")
    void oneThatTakesTooLongIsEnded() {
        var slow = new Invariant("I-X1 Sleeps", false, "select pg_sleep(60)");
        assertThatThrownBy(() -> reading.of(slow, Duration.ofMillis(50))).isInstanceOf(QueryTimeoutException.class);

        watch.lookAtAll();
        var claim = Invariants.claims().getFirst();
        rows.unseen(claim, Duration.ofMillis(50), Duration.ofMinutes(5));
        assertThat(watch.checks())
                .filteredOn(it -> it.claim().equals(claim))
                .singleElement()
                .satisfies(it -> assertThat(it.unseenSince()).isNotNull());
        watch.look(claim);
        assertThat(watch.checks()).allSatisfy(it -> assertThat(it.unseenSince()).isNull());
    }

    @Test
    @DisplayName("nothing can be written while looking")
    void nothingCanBeWritten() {
        var writing =
                new Invariant("I-X2 Writes", false, "insert into scheduled_tasks (task_name) values ('x') returning 1");
        assertThatThrownBy(() -> reading.of(writing, PATIENCE))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("read-only transaction");
    }

    @Test
    @DisplayName("what somebody wrote is not told, ids, numbers and states are")
    void whatSomebodyWroteIsNotTold() {
        var found = reading.of(
                new Invariant(
                        "I-X3 Tells", false, "select '王小明' as name, 'Anna' as other, 12 as fen, 'PAID' as status"),
                PATIENCE);
        assertThat(found.sample()).isEqualTo("name … · other … · fen 12 · status PAID");
        assertThat(found.rows()).isOne();
    }

    @Test
    @DisplayName("many rows are counted to a thousand and five are told")
    void manyRowsAreCounted() {
        var found =
                reading.of(new Invariant("I-X4 Many", false, "select it from generate_series(1, 5000) it"), PATIENCE);
        assertThat(found.rows()).isEqualTo(1000);
        assertThat(found.sample().lines()).hasSize(5);
    }

    @Test
    @DisplayName("an invariant says its id, whether it is about money, and its claim")
    void anInvariantSaysWhatItIs() {
        var invariant = Invariant.of("-- I-L2 [money] All balances are zero\n-- why\nselect 1");
        assertThat(invariant.claim()).isEqualTo("I-L2 All balances are zero");
        assertThat(invariant.money()).isTrue();
        assertThat(Invariant.of("-- I-C1 What is taken\nselect 1").money()).isFalse();
        assertThatThrownBy(() -> Invariant.of("select 1")).isInstanceOf(IllegalArgumentException.class);
    }

    private void everyOneIsDue() {
        watch.lookAtAll();
        jdbc.sql("update invariant_check set checked_at = null, next_at = now()")
                .update();
    }

    private int looked() {
        return (int) watch.checks().stream().filter(it -> it.checked() != null).count();
    }
}
