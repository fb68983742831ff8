package tuanju.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tuanju.bench.Joining.Seat;

@DisplayName("A join over HTTP beside one call of a function in the database")
class JoinBench {

    /** A round lasts some seconds. */
    private static final int SEATS = 1_200;

    /** More sessions than that make the database slower. */
    private static final int SESSIONS = 16;

    private final Market market = Market.open();
    private final Joining joining = new Joining(market);

    @BeforeAll
    static void warmUp() {
        var joining = new Joining(Market.open());
        Clients.run(16, joining::caller, joining.spread(3_000));
        Clients.run(16, joining::oneCall, joining.spread(300));
    }

    @Test
    void spreadOverManyTeams() {
        compare("join, spread", joining::spread, 16);
        compare("join, spread", joining::spread, 128);
    }

    @Test
    void intoOneHotTeam() {
        compare("join, hot", joining::hot, 16);
        compare("join, hot", joining::hot, 128);
    }

    private void compare(String work, IntFunction<List<Seat>> seats, int clients) {
        long before = seatsTaken();
        var both = Comparison.of(
                work + ", " + clients + " clients",
                () -> Clients.run(clients, joining::caller, seats.apply(SEATS)),
                () -> Clients.run(SESSIONS, joining::oneCall, seats.apply(SEATS)));

        assertThat(both.plain()).allMatch(it -> it.refused() == 0);
        int opened = 2 * both.plain().size() * (SEATS / 9 + 1);
        assertThat(seatsTaken() - before).isEqualTo(opened + both.done());
        assertThat(market.database()
                        .sql("select count(*) from team where seats_taken <> (select count(*) from seat s"
                                + " where s.team_id = team.id and s.status in ('HELD', 'PAID'))")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private long seatsTaken() {
        return market.database()
                .sql("select count(*) from seat")
                .query(Long.class)
                .single();
    }
}
