package tuanju.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tuanju.postgres.EmbeddedDatabase;

class MigrationConfigurationTest {

    @Test
    @DisplayName("F-16 a migration behind a long report steps back, lets others pass, and is done when the report is")
    void aMigrationStepsBackAndTriesAgain(@TempDir Path migrations) throws Exception {
        try (var postgres = EmbeddedDatabase.throwAway()) {
            var source = MigrationConfiguration.unhurried(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "");
            var database = JdbcClient.create(source);
            database.sql("create table sold (id int)").update();
            Files.writeString(migrations.resolve("V1__price.sql"), "alter table sold add column price int");
            var flyway = Flyway.configure()
                    .dataSource(source)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .locations("filesystem:" + migrations)
                    .load();
            try (var report = source.getConnection()) {
                report.setAutoCommit(false);
                report.createStatement().executeQuery("select * from sold");
                var migrating = CompletableFuture.runAsync(() -> MigrationConfiguration.migrate(flyway));
                await().until(() -> waitsForTheTable(database));
                // stands behind the migration, and gets through because that gives up
                assertThat(database.sql("select count(*) from sold")
                                .query(Long.class)
                                .single())
                        .isZero();
                assertThat(migrating).isNotDone();
                report.rollback();
                await().atMost(Duration.ofSeconds(60)).until(migrating::isDone);
                migrating.join();
            }
            assertThat(database.sql("select count(price) from sold")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    private static boolean waitsForTheTable(JdbcClient database) {
        return database.sql("select count(*) from pg_locks where relation = 'sold'::regclass and not granted")
                        .query(Long.class)
                        .single()
                > 0;
    }
}
