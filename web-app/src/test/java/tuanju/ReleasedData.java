package tuanju;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/**
 * A database as release 0.1.0 left it after an evening of its demo community: teams that formed, lapsed and are open, a
 * cycle handed over with chain orders, an imported export, goods that came short and were weighed, complaints; and when it
 * stopped, money was on its way back and the events of three orders had not been heard. The rows were copied out of that
 * program once; they are never made anew. Its tables come from the migrations it had run, whose checksums are among the
 * rows, so that a migration that was changed since is found; so a copy is small and needs no tool of PostgreSQL's.
 */
public final class ReleasedData {

    /** The last migration of release 0.1.0. */
    private static final String LAST = "20261122.670";

    /** As if the program had stopped a moment ago: deadlines of that evening are ahead again, as they were then. */
    private static final String MAKE_RECENT = """
            do $$
            declare
                moment record;
            begin
                for moment in
                    select c.table_name, string_agg(format('%1$I = %1$I + (now() - timestamptz ''2026-11-28 21:03:00Z'')',
                        c.column_name), ', ') as later
                    from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
                        and c.data_type = 'timestamp with time zone' and c.table_name <> 'flyway_schema_history'
                    group by c.table_name
                loop
                    execute format('update %I set %s', moment.table_name, moment.later);
                end loop;
            end
            $$
            """;

    /** Rows that migrations wrote are among those that were copied out. */
    private static final String EMPTY = """
            do $$
            begin
                execute (select 'truncate ' || string_agg(quote_ident(relname), ', ') from pg_class
                    where relkind = 'r' and relnamespace = 'public'::regnamespace);
            end
            $$
            """;

    private static final String COUNT_ON = """
            do $$
            declare
                step record;
            begin
                for step in
                    select table_name, column_name from information_schema.columns
                    where table_schema = 'public' and is_identity = 'YES'
                loop
                    execute format('select setval(pg_get_serial_sequence(%1$L, %2$L), coalesce(max(%2$I), 0) + 1) from %1$I',
                        step.table_name, step.column_name);
                end loop;
            end
            $$
            """;

    private ReleasedData() {}

    public static void layIn(DataSource database) throws SQLException {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(LAST)
                .load()
                .migrate();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // as a restore does: the rows were checked and fanned out when they were written
            statement.execute("set local session_replication_role = replica");
            statement.execute(EMPTY);
            copyIn(connection);
            statement.execute(MAKE_RECENT);
            statement.execute(COUNT_ON);
            connection.commit();
        }
    }

    private static void copyIn(Connection connection) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        try (var lines = open()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.copyIn(line, new StringReader(rows(lines)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String rows(BufferedReader lines) throws IOException {
        var rows = new StringBuilder();
        for (var row = lines.readLine(); !"\\.".equals(row); row = lines.readLine()) {
            rows.append(row).append('\n');
        }
        return rows.toString();
    }

    private static BufferedReader open() throws IOException {
        var file = ReleasedData.class.getResourceAsStream("/release/0.1.0.copy.gz");
        return new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8));
    }
}
