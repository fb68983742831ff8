package tuanju;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.Invariants;
import tuanju.postgres.EmbeddedDatabase;

/** Whoever ran release 0.1.0 starts today's program on the same data. */
@Tag("server")
class UpgradeTest {

    private static final List<String> BOOKS = List.of("orders", "order_line", "payment", "capture", "ledger_transfer");

    @Test
    @DisplayName("F-34 the tables of release 0.1.0 become today's, no trade is lost and every check holds")
    void dataOfTheFirstReleaseBecomesTodays() throws Exception {
        try (var server = EmbeddedDatabase.throwAway()) {
            var database = server.getPostgresDatabase();
            ReleasedData.layIn(database);
            var jdbc = JdbcClient.create(database);
            jdbc.sql("create role tuanju_app login").update();
            var before = BOOKS.stream().map(it -> count(jdbc, it)).toList();
            var doors = doors(jdbc);
            migrate(database);
            assertThat(doors(jdbc)).as("W-20 doors of today stay as they are").isEqualTo(doors);
            assertThat(count(jdbc, "orders where address_unit <> ''")).isZero();
            assertThat(BOOKS.stream().map(it -> count(jdbc, it)).toList())
                    .isEqualTo(before)
                    .doesNotContain(0L);
            assertThat(count(jdbc, "member where phone_proven_at is not null"))
                    .as("W-10 nobody of that release has proven a phone")
                    .isZero();
            assertThat(count(jdbc, "spring_session where principal_name is not null"))
                    .as("W-10 and nobody stays signed in")
                    .isZero();
            assertThat(tablesWithout("select", jdbc)).as("W-18").isEmpty();
            assertThat(tablesWithout("update", jdbc)).as("W-18").contains("ledger_entry", "audit_entry");
            Invariants.check(JdbcClient.create(server.getDatabase("tuanju_app", "postgres")));
        }
    }

    private static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    /** What the program's own role may not do there. */
    private static List<String> tablesWithout(String right, JdbcClient jdbc) {
        return jdbc.sql("""
                        select relname from pg_class
                        where relkind = 'r' and relnamespace = 'public'::regnamespace
                            and not has_table_privilege('tuanju_app', oid, :right)
                        """).param("right", right).query(String.class).list();
    }

    private static List<String> doors(JdbcClient jdbc) {
        return jdbc.sql(
                        "select concat_ws('/', code, address_lane, address_building, address_room) from orders order by code")
                .query(String.class)
                .list();
    }

    private static long count(JdbcClient jdbc, String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
