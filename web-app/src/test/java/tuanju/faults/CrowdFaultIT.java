package tuanju.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The database stands, but somebody else holds what everybody needs. */
@Tag("fault")
@DisplayName("Somebody holds everybody up")
class CrowdFaultIT {

    private static final Duration HELD = Duration.ofSeconds(10);
    private static final int MORE_THAN_CONNECTIONS = 24;

    @Test
    @DisplayName("F-14 when every connection waits for one table, people are told when to come again")
    void everyConnectionIsTaken() {
        var house = House.own();
        var verdict = house.under("F-14 pool exhausted", MORE_THAN_CONNECTIONS, () -> {
            try (var holding = locked(house, "orders")) {
                Pause.of(HELD);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return house.program().awaitAnswering();
        });
        verdict.holds();
        assertThat(verdict.slowest())
                .as("nobody waited for the table to be free")
                .isLessThan(HELD);
    }

    @Test
    @DisplayName("F-16 a long report and a migration that waits behind it hold nobody up for long")
    void aMigrationWaitsBehindAReport() {
        var house = House.own();
        house.under("F-16 report and migration", () -> {
                    try (var report = house.session();
                            var migration = house.session()) {
                        execute(report, "select count(*) from orders");
                        execute(migration, "set lock_timeout = '2s'");
                        migrate(migration);
                        report.rollback();
                        migrate(migration);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                    return house.program().awaitAnswering();
                })
                .holds();
    }

    private static Connection locked(House house, String table) {
        var session = house.session();
        try {
            execute(session, "lock table " + table + " in access exclusive mode");
            return session;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A migration gives up when it does not get its table soon, and tries again another time. */
    private static void migrate(Connection migration) throws SQLException {
        try {
            execute(migration, "lock table orders in access exclusive mode");
        } catch (SQLException e) {
            if (!"55P03".equals(e.getSQLState())) {
                throw e;
            }
        }
        migration.rollback();
        execute(migration, "set lock_timeout = '2s'");
    }

    private static void execute(Connection session, String sql) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute(sql);
        }
    }
}
