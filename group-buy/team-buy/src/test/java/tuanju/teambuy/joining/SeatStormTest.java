package tuanju.teambuy.joining;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import support.Invariants;
import support.ModuleTest;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
import tuanju.command.Refusal;
import tuanju.community.Code;

/** 24 clients storm 400 teams of two for six seconds; the same storm catches a claim that counts and then inserts. */
@ModuleTest
@Tag("storm")
class SeatStormTest {

    private static final int CLIENTS = 24;
    private static final int TEAMS = 400;
    private static final int SIZE = 2;
    private static final Duration STORM = Duration.ofSeconds(6);

    /** Somebody takes a seat in a team, or is refused. */
    private interface Claim {
        void take(int client, int team);
    }

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    Till till;

    @Autowired
    TeamOpening opening;

    @Autowired
    TeamJoining joining;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("I-G1 I-G5 no team is over-filled, and every capture ends in one place")
    void noTeamIsOverFilled() {
        var home = neighbourhoods.found(TEAMS, SIZE);
        var joiners = neighbourhoods.members(CLIENTS * 200);
        var teams = open(home);
        var turns = new AtomicInteger();
        var taken = storm((client, team) -> {
            var member = joiners.get(turns.getAndIncrement() % joiners.size());
            var order =
                    joining.join(member, teams.get(team), home.one()).order().code();
            till.pay(home, member, order);
        });
        assertThat(taken).isPositive();
        assertThat(jdbc.sql("""
            select t.id from team t join seat s on s.community_id = t.community_id and s.team_id = t.id
            where t.community_id = ? and s.status in ('HELD', 'PAID')
            group by t.id, t.size having count(*) > t.size
            """).param(home.id().value()).query().listOfRows()).isEmpty();
        assertThat(jdbc.sql("select count(*) from capture where community_id = ? and outcome = 'ORDER'")
                        .param(home.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(taken);
        Invariants.check(jdbc);
    }

    @Test
    @DisplayName("the storm catches a claim that counts and then inserts")
    void theStormCatchesCountThenInsert() {
        jdbc.sql("create table if not exists careless_seat (team int not null, client int not null)")
                .update();
        jdbc.sql("truncate careless_seat").update();
        storm((client, team) -> transaction.executeWithoutResult(status -> {
            int taken = jdbc.sql("select count(*) from careless_seat where team = ?")
                    .param(team)
                    .query(Integer.class)
                    .single();
            if (taken < SIZE) {
                jdbc.sql("insert into careless_seat values (?, ?)")
                        .params(team, client)
                        .update();
            }
        }));
        assertThat(jdbc.sql("select team from careless_seat group by team having count(*) > ?")
                        .param(SIZE)
                        .query()
                        .listOfRows())
                .as("over-filled teams")
                .isNotEmpty();
        jdbc.sql("drop table careless_seat").update();
    }

    private List<Code> open(TeamNeighbourhood home) {
        return IntStream.range(0, TEAMS)
                .mapToObj(i -> opening.open(home.member(i), home.offer(), home.one())
                        .team()
                        .code())
                .toList();
    }

    /** Every client claims a seat in a random team again and again; answers how often one succeeded. */
    private static int storm(Claim claim) {
        var taken = new AtomicInteger();
        long end = System.nanoTime() + STORM.toNanos();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < CLIENTS; client++) {
                int number = client;
                clients.submit(() -> {
                    while (System.nanoTime() < end) {
                        taken.addAndGet(attempt(claim, number));
                    }
                });
            }
        }
        return taken.get();
    }

    private static int attempt(Claim claim, int client) {
        try {
            claim.take(client, ThreadLocalRandom.current().nextInt(TEAMS));
            return 1;
        } catch (Refusal | TransientDataAccessException refused) {
            return 0;
        }
    }
}
