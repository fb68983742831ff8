package tuanju.faults;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One fall after another, as a seed says; tuanju.fault.seed walks the same way again. */
@Tag("fault")
@DisplayName("A random walk through all falls")
class RandomWalkFaultIT {

    private static final int LEG = 3;

    private enum Fall {
        PROGRAM_KILLED,
        PROGRAM_ENDED,
        SESSION_KILLED,
        SERVER_KILLED,
        SERVER_STOPPED,
        SERVER_FROZEN,
        TABLE_HELD
    }

    @Test
    @DisplayName("F-37 whatever fell in whatever order, everything is well in the end")
    void walks() {
        var lasting = Rounds.lasting(Duration.ofSeconds(20), Duration.ofMinutes(30));
        long end = System.nanoTime() + lasting.toNanos();
        do {
            var house = House.own();
            var way = way(new Random(Rounds.seed()));
            house.under("F-37 " + way, () -> leg(house, way)).holds();
        } while (System.nanoTime() < end);
    }

    private static List<Fall> way(Random random) {
        return random.ints(LEG, 0, Fall.values().length)
                .mapToObj(it -> Fall.values()[it])
                .toList();
    }

    /** A few falls in a row; answers the longest time it took to be back. */
    private static Duration leg(House house, List<Fall> way) {
        var longest = Duration.ZERO;
        for (var fall : way) {
            befall(house, fall);
            var back = house.program().isRunning()
                    ? house.program().awaitAnswering()
                    : house.program().start();
            longest = back.compareTo(longest) > 0 ? back : longest;
        }
        return longest;
    }

    private static void befall(House house, Fall fall) {
        var program = house.program();
        switch (fall) {
            case PROGRAM_KILLED -> program.kill();
            case PROGRAM_ENDED -> program.terminate();
            case SESSION_KILLED -> Postmaster.killOne(house.anySession());
            case SERVER_KILLED -> program.postmaster().kill();
            case SERVER_STOPPED -> program.postmaster().shutDown("INT");
            case SERVER_FROZEN -> freeze(program.postmaster());
            case TABLE_HELD -> hold(house);
        }
    }

    private static void freeze(Postmaster server) {
        server.freeze();
        try {
            Pause.of(Duration.ofSeconds(4));
        } finally {
            server.thaw();
        }
    }

    private static void hold(House house) {
        try (var session = house.session();
                var statement = session.createStatement()) {
            statement.execute("lock table team in access exclusive mode");
            Pause.of(Duration.ofSeconds(4));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
