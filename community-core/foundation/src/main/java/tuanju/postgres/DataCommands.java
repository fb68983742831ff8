package tuanju.postgres;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import lombok.RequiredArgsConstructor;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import tuanju.database.MigrationConfiguration;
import tuanju.invariant.Invariants;

/**
 * What can be asked of the embedded database instead of starting the program: {@code backup FOLDER} copies it, also while
 * the program runs; {@code restore COPY FOLDER} brings a copy back to a new data folder and looks it over.
 */
@RequiredArgsConstructor
public final class DataCommands {

    private static final String KNOWN = """
            Say one of these, or nothing to start the program:
              backup FOLDER                      copies the database to a new folder below FOLDER
              restore COPY NEW-DATA-FOLDER       brings a copy back and looks it over
            Settings begin with two hyphens, such as --tuanju.data=FOLDER""";

    /** A data folder of its own until the copy in it is looked over: what is cut off before is no database. */
    private static final String PART = "postgres.part";

    private static final int DONE = 0;
    private static final int BROKEN = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private final Path data;
    private final PrintStream out;
    private final Clock clock;

    /**
     * Carries out what these arguments ask for and answers the exit code; empty when they ask for the program itself.
     * 0 is done, 1 is a copy that breaks an invariant, 2 is not understood or impossible, and said why.
     */
    public OptionalInt run(String... arguments) {
        var words = List.of(arguments);
        if (words.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(carryOut(words));
        } catch (IOException | SQLException | DataAccessException | FlywayException failed) {
            return OptionalInt.of(notDone(why(failed)));
        } catch (DirectoryInUse | DirectoryUnusable refused) {
            return OptionalInt.of(notDone(why(refused)));
        }
    }

    private static String why(Exception failed) {
        return switch (failed) {
            case FileAlreadyExistsException taken -> taken.getFile() + " is there already; nothing is written over it";
            case NotDirectoryException file -> file.getFile() + " is no folder";
            case AccessDeniedException closed -> "this user may not read or write " + closed.getFile();
            default ->
                failed instanceof DataAccessException
                        ? "the database did not answer to the end; ask again when it runs"
                        : String.valueOf(failed.getMessage());
        };
    }

    private int carryOut(List<String> words) throws IOException, SQLException {
        if (words.size() == 2 && words.getFirst().equals("backup")) {
            return backup(Path.of(words.get(1)).toAbsolutePath().normalize());
        }
        if (words.size() == 3 && words.getFirst().equals("restore")) {
            return restore(
                    Path.of(words.get(1)),
                    Path.of(words.get(2)).toAbsolutePath().normalize());
        }
        out.println("Not understood: " + String.join(" ", words));
        out.println(KNOWN);
        return NOT_UNDERSTOOD;
    }

    private int notDone(String why) {
        out.println("Not done: " + why);
        return NOT_UNDERSTOOD;
    }

    private int backup(Path into) throws IOException, SQLException {
        var cluster = data.resolve("postgres");
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            return notDone("there is no database in " + data + "; name the data folder with --tuanju.data=");
        }
        if (real(into).startsWith(data.toRealPath()) || real(into).startsWith(cluster.toRealPath())) {
            return notDone(into + " lies inside " + data + ", of which the copy is made; name a folder outside");
        }
        var running = RunningServer.on(cluster);
        if (running.isPresent()) {
            out.println("Copied to " + copy(running.get().url(), cluster, into));
            return DONE;
        }
        try (var started = EmbeddedDatabase.keptIn(data)) {
            out.println("Copied to " + copy(started.jdbcUrl(), cluster, into));
            return DONE;
        }
    }

    /** Where a folder really lies, also one that is not there yet. */
    private static Path real(Path folder) throws IOException {
        var parent = folder.getParent();
        return parent == null || Files.exists(folder)
                ? folder.toRealPath()
                : real(parent).resolve(folder.getFileName());
    }

    private Path copy(String url, Path cluster, Path into) throws IOException, SQLException {
        try (var connection = connect(url)) {
            return Backup.take(connection, cluster, into, clock.instant());
        }
    }

    private int restore(Path copy, Path into) throws IOException {
        if (!Files.exists(copy.resolve(Backup.LABEL))) {
            return notDone(copy + " is no whole copy, it has no " + Backup.LABEL);
        }
        if (Files.exists(into.resolve("postgres"))) {
            return notDone(into + " holds a database already; name a new folder");
        }
        if (real(into).startsWith(copy.toRealPath())) {
            return notDone(into + " lies inside " + copy + ", which is brought back; name a folder outside");
        }
        if (!isEmpty(into)) {
            return notDone(into + " is not empty; name a new folder");
        }
        var part = into.resolve(PART);
        clear(part);
        ClusterFiles.bringBack(copy.resolve("postgres"), part.resolve("postgres"));
        var broken = lookOver(part);
        Files.move(part.resolve("postgres"), into.resolve("postgres"), StandardCopyOption.ATOMIC_MOVE);
        FileSystemUtils.deleteRecursively(part);
        return tell(broken, into);
    }

    /** Whether nothing is there but what a restore left that was cut off. */
    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (var entries = Files.list(folder)) {
            return entries.allMatch(it -> it.endsWith(PART));
        }
    }

    /** Away with what a restore left that was cut off, the server that it may have left running first. */
    private static void clear(Path part) throws IOException {
        if (Files.isDirectory(part)) {
            // refused while another restore works there
            DirectoryLock.take(part).close();
            new Postmaster(part.resolve("postgres")).endOrphan();
        }
        FileSystemUtils.deleteRecursively(part);
    }

    /** Brings the tables up to this version of the program, as its next start would, and checks every invariant. */
    private static List<Invariants.Violation> lookOver(Path data) throws IOException {
        try (var restored = EmbeddedDatabase.keptIn(data)) {
            var database = MigrationConfiguration.unhurried(restored.jdbcUrl(), EmbeddedRoles.OWNER, "");
            Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return new Invariants(JdbcClient.create(database)).violations();
        }
    }

    private int tell(List<Invariants.Violation> broken, Path into) {
        broken.forEach(it -> out.println("Broken: " + it.claim()));
        out.println(
                broken.isEmpty()
                        ? "Restored to " + into + ", every check holds. Start with --tuanju.data=" + into
                        : "Restored to " + into + ", but " + broken.size() + " checks do not hold");
        return broken.isEmpty() ? DONE : BROKEN;
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, EmbeddedRoles.OWNER, "");
    }
}
