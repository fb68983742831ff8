package tuanju.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tuanju.database.Visit.Admission;

/** Three connections are one turn and six waiting places. */
class TurnsTest {

    private final Turns turns = new Turns(3, Duration.ofMillis(1));

    @Test
    @DisplayName("W-09 who waited in vain is sent away, and the place is free again")
    void whoWaitedInVainIsSentAway() {
        try (var inside = turns.visit("anna")) {
            assertThat(inside.takeTurn()).isEqualTo(Admission.GRANTED);
            assertThat(turns.take("bert")).isEqualTo(Admission.BUSY);
            assertThat(turns.waiting()).isZero();
        }
        assertThat(turns.take("bert")).isEqualTo(Admission.GRANTED);
    }

    @Test
    @DisplayName("W-09 who was sent away is counted, and who was let in is not")
    void whoWasSentAwayIsCounted() {
        try (var inside = turns.visit("anna")) {
            inside.takeTurn();
            turns.take("bert");
            turns.take("bert");
            assertThat(turns.refusedBusy()).isEqualTo(2);
            assertThat(turns.refusedGreedy()).isZero();
        }
    }

    @Test
    @DisplayName("W-09 a turn is given back once, however often a visit ends")
    void aTurnIsGivenBackOnce() {
        var visit = turns.visit("anna");
        visit.takeTurn();
        visit.close();
        visit.close();
        assertThat(turns.free()).isEqualTo(1);
    }

    @Test
    @DisplayName("W-09 a thread without a visit waits for other servers without a turn, as it worked")
    void aThreadWithoutAVisitHasNoTurnToLend() throws Exception {
        assertThat(Visit.<String>outside(() -> "answer")).isEqualTo("answer");
        assertThat(turns.free()).isEqualTo(1);
    }

    @Test
    @DisplayName("W-09 nobody keeps a turn for ever, and who lost one does not give it back twice")
    void nobodyKeepsATurnForEver() throws Exception {
        try (var slow = turns.visit("anna")) {
            slow.takeTurn();
            turns.takeBackFromThoseInsideSince(System.nanoTime());
            assertThat(turns.free()).isEqualTo(1);
        }
        assertThat(turns.free()).isEqualTo(1);
    }

    @Test
    @DisplayName("W-05 who met an unreachable database does not wait for it again, others do")
    void whoMetAnUnreachableDatabaseAsksNoMore() throws Exception {
        try (var visit = turns.visit("anna")) {
            Visit.giveUp();
            assertThat(Outage.isBehind(refusedBy(visit))).isTrue();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                assertThat(threads.submit(Visit::current).get()).isNull();
            }
        }
        assertThat(Visit.current()).isNull();
    }

    private static Throwable refusedBy(Visit visit) {
        return org.assertj.core.api.Assertions.catchThrowable(() -> visit.connection(new NoDatabase()));
    }

    private static final class NoDatabase extends org.springframework.jdbc.datasource.AbstractDataSource {
        @Override
        public java.sql.Connection getConnection() {
            throw new AssertionError("It should not have been asked");
        }

        @Override
        public java.sql.Connection getConnection(String user, String password) {
            throw new AssertionError("It should not have been asked");
        }
    }
}
