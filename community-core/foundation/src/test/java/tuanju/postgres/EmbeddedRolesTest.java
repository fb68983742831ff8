package tuanju.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import tuanju.database.MigrationConfiguration;
import tuanju.invariant.Invariants;

/** W-18 in the embedded database: the program works as a role that may not rewrite what is kept, nor change a table. */
@Tag("server")
class EmbeddedRolesTest {

    private static final String NOT_ALLOWED = "42501";
    private static final List<String> REFUSED = List.of(
            "update ledger_transfer set amount_fen = 1",
            "update ledger_entry set fen = 1",
            "delete from ledger_entry",
            "delete from audit_entry",
            "delete from flyway_schema_history",
            "drop trigger ledger_entry_not_emptied on ledger_entry",
            "alter table ledger_entry disable trigger all",
            "set session_replication_role = replica",
            "create table mine (n int)",
            "create role another",
            "select lo_create(0)",
            "select lo_from_bytea(0, 'a')",
            "copy audit_entry to program 'cat'",
            "select pg_read_file('postgresql.conf')");

    @TempDir
    private Path data;

    @Test
    @DisplayName(
            "W-18 A-93 the program rewrites no books, drops no trigger, reads no file, also on a folder it once owned")
    void theProgramIsNotTheOwner() throws Exception {
        try (var older = EmbeddedDatabase.keptIn(data)) {
            var owner = MigrationConfiguration.unhurried(older.jdbcUrl(), EmbeddedRoles.OWNER, "");
            Flyway.configure()
                    .dataSource(owner)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            assertThat(rolesIn(owner)).doesNotContain(EmbeddedRoles.PROGRAM);
        }
        started(EmbeddedRolesTest::worksAndMayNotMore);
        started(program -> assertThat(program.sql("show synchronous_commit")
                        .query(String.class)
                        .single())
                .as("what the role has set for itself is forgotten")
                .isEqualTo("on"));
    }

    private static void worksAndMayNotMore(JdbcClient program) {
        assertThat(program.sql("select current_user").query(String.class).single())
                .isEqualTo(EmbeddedRoles.PROGRAM);
        var entry = UUID.randomUUID();
        program.sql("insert into audit_entry values (:id, :id, 'looked', 'test', '')")
                .param("id", entry)
                .update();
        assertThat(new Invariants(program).violations()).isEmpty();
        assertThat(REFUSED)
                .allSatisfy(it -> assertThatThrownBy(() -> program.sql(it).update())
                        .rootCause()
                        .isInstanceOf(SQLException.class)
                        .extracting("SQLState")
                        .isEqualTo(NOT_ALLOWED));
        program.sql("alter role " + EmbeddedRoles.PROGRAM + " set synchronous_commit = off")
                .update();
    }

    private static List<String> rolesIn(DataSource database) {
        return JdbcClient.create(database)
                .sql("select rolname from pg_roles")
                .query(String.class)
                .list();
    }

    private void started(Consumer<JdbcClient> look) {
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class))
                .withUserConfiguration(EmbeddedDatabaseConfiguration.class, MigrationConfiguration.class)
                .withPropertyValues("tuanju.data=" + data)
                .run(it -> look.accept(JdbcClient.create(it.getBean(DataSource.class))));
    }
}
