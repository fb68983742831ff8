package tuanju.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tuanju.database.MigrationConfiguration;

/** F-33 for the embedded database: a copy taken while people trade holds everything answered before, and nothing torn. */
@Tag("server")
class BackupTest {

    private static final String WORKS = "every check holds";

    /** A database that somebody trades on, stopped: founding and migrating one takes longer than all that is done with it. */
    @TempDir
    private static Path home;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeAll
    static void found() throws IOException {
        try (var once = EmbeddedDatabase.keptIn(home)) {
            migrate(databaseOf(once));
        }
    }

    @Test
    @DisplayName("F-33 a copy taken under writes comes back with every answered row, and every check holds")
    void aCopyTakenUnderWritesComesBackWhole() throws Exception {
        List<Integer> answeredBefore = new ArrayList<>();
        try (var running = EmbeddedDatabase.keptIn(home)) {
            try (var writer = new Writer(running.jdbcUrl())) {
                writer.awaitRows(200);
                answeredBefore.addAll(writer.answered());
                assertThat(asked(home, "backup", folder.resolve("copies").toString()))
                        .hasValue(0);
                assertThat(writer.answered()).hasSizeGreaterThan(answeredBefore.size());
            }
        }
        var restored = folder.resolve("restored");
        assertThat(asked(home, "restore", onlyCopy().toString(), restored.toString()))
                .as(said.toString())
                .hasValue(0);
        assertThat(said.toString()).contains(WORKS);
        assertThat(rowsIn(restored)).containsAll(answeredBefore);
    }

    @Test
    @DisplayName(
            "F-40 a stopped database is copied too, and a restore cut off while it looked that over is asked again")
    void aStoppedDatabaseIsCopiedToo() throws Exception {
        assertThat(asked(home, "backup", folder.resolve("copies").toString())).hasValue(0);
        var to = folder.resolve("new");
        var cutOff = to.resolve("postgres.part");
        Files.createDirectories(cutOff.resolve("binaries"));
        ClusterFiles.bringBack(onlyCopy().resolve("postgres"), cutOff.resolve("postgres"));
        try (var other = DirectoryLock.take(cutOff)) {
            assertThat(other).isNotNull();
            assertThat(asked(home, "restore", onlyCopy().toString(), to.toString()))
                    .as("the other restore is still at work")
                    .hasValue(2);
        }
        assertThat(said.toString()).contains("Another program works on " + cutOff);
        assertThat(asked(home, "restore", onlyCopy().toString(), to.toString())).hasValue(0);
        assertThat(to).isDirectoryContaining(it -> it.endsWith("postgres"));
        assertThat(cutOff).doesNotExist();
    }

    @Test
    void whatIsNoWholeCopyOrNoNewFolderIsRefusedInWords() throws Exception {
        var data = folder.resolve("data");
        assertThat(asked(data, "backup", folder.toString())).hasValue(2);
        assertThat(said.toString()).contains("there is no database in");
        assertThat(asked(
                        data,
                        "restore",
                        folder.toString(),
                        folder.resolve("new").toString()))
                .hasValue(2);
        assertThat(said.toString()).contains("is no whole copy");
        var copy = Files.createDirectories(folder.resolve("copy"));
        Files.writeString(copy.resolve(Backup.LABEL), "");
        Files.createDirectories(data.resolve("postgres"));
        assertThat(asked(data, "restore", copy.toString(), data.toString())).hasValue(2);
        assertThat(said.toString()).contains("holds a database already");
        assertThat(asked(data)).as("the program itself").isEmpty();
    }

    @Test
    @DisplayName("W-15 a copy is never put into what it copies, by whatever name it is called")
    void aCopyIsNeverPutIntoWhatItCopies() throws Exception {
        var linked = Files.createSymbolicLink(folder.resolve("linked"), home.resolve("postgres"));
        for (var inside : List.of(
                home,
                home.resolve("copies"),
                home.resolve("postgres"),
                home.resolve("postgres/a/b"),
                home.resolve("x/../postgres/a"),
                linked.resolve("a"))) {
            said.reset();
            assertThat(asked(home, "backup", inside.toString()))
                    .as(inside.toString())
                    .hasValue(2);
            assertThat(said.toString()).contains("lies inside").contains("name a folder outside");
        }
        assertThat(home.resolve("copies")).doesNotExist();
    }

    @Test
    @DisplayName("W-15 nothing is copied over what is there")
    void nothingIsCopiedOverWhatIsThere() throws Exception {
        var noon = Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);
        Files.createDirectories(folder.resolve("copies/tuanju-20261128-120000"));
        assertThat(new DataCommands(home, new PrintStream(said, true), noon)
                        .run("backup", folder.resolve("copies").toString()))
                .hasValue(2);
        assertThat(said.toString()).contains("is there already");
        var lived = Files.createDirectories(folder.resolve("lived"));
        Files.writeString(lived.resolve("letters"), "dear");
        said.reset();
        assertThat(asked(home, "restore", wholeCopy().toString(), lived.toString()))
                .hasValue(2);
        assertThat(said.toString()).contains("is not empty");
        assertThat(lived).isDirectoryContaining(it -> it.endsWith("letters"));
        assertThat(lived.resolve("postgres")).doesNotExist();
    }

    @Test
    @DisplayName("W-15 a restore that is cut off leaves no database behind, and can be begun again")
    void aRestoreThatIsCutOffLeavesNoDatabase() throws Exception {
        var copy = wholeCopy();
        var around = copy.resolve("postgres/zz");
        Files.createSymbolicLink(around, around);
        var to = folder.resolve("new");
        assertThat(asked(home, "restore", copy.toString(), to.toString())).hasValue(2);
        assertThat(to.resolve("postgres")).doesNotExist();
        assertThat(to.resolve("postgres.part")).isDirectory();
        said.reset();
        assertThat(asked(home, "restore", copy.toString(), to.toString())).hasValue(2);
        assertThat(said.toString()).as("begun again").contains("zz").doesNotContain("not empty");
    }

    @Test
    @DisplayName("F-39 a copy that fails half way, as when its server dies, is told in a sentence and leaves nothing")
    void aCopyThatFailsHalfWayIsTold() throws Exception {
        try (var running = EmbeddedDatabase.keptIn(home)) {
            // a copy begins with a slot of this name: while somebody holds it, the copy fails half way
            try (var other = DriverManager.getConnection(running.jdbcUrl(), "postgres", "")) {
                JdbcClient.create(new SingleConnectionDataSource(other, true))
                        .sql("select pg_create_physical_replication_slot('tuanju_backup', true, true)")
                        .query()
                        .listOfRows();
                assertThat(asked(home, "backup", folder.resolve("copies").toString()))
                        .hasValue(2);
            }
        }
        assertThat(said.toString().lines()).hasSize(1).allMatch(it -> it.startsWith("Not done: "));
        assertThat(folder.resolve("copies")).isEmptyDirectory();
    }

    @Test
    @DisplayName("W-15 a copy is never brought back into itself")
    void aCopyIsNeverBroughtBackIntoItself() throws Exception {
        var copy = wholeCopy();
        for (var inside : List.of(copy.resolve("new"), copy.resolve("postgres/base/new"))) {
            said.reset();
            assertThat(asked(home, "restore", copy.toString(), inside.toString()))
                    .hasValue(2);
            assertThat(said.toString()).contains("lies inside").contains("name a folder outside");
            assertThat(inside).doesNotExist();
        }
    }

    @Test
    @DisplayName("F-41 a data folder that is none, or that nothing can be written into, is told in one sentence")
    void aDataFolderThatCannotBeUsed() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "");
        var blocked = Files.createDirectories(folder.resolve("blocked/in-use")).getParent();
        for (var directory : List.of(file, file.resolve("below"), blocked)) {
            assertThatExceptionOfType(DirectoryUnusable.class)
                    .isThrownBy(() -> EmbeddedDatabase.keptIn(directory))
                    .withMessage("Nothing can be written into " + directory);
        }
        said.reset();
        assertThat(asked(home, "restore", wholeCopy().toString(), file.toString()))
                .hasValue(2);
        assertThat(said.toString()).contains("is no folder");
    }

    @Test
    @DisplayName("F-41 no server is started on a disk that is all but full: it would end in the middle of a word")
    void aFullDiskIsTold() {
        DataDirectory.refuseIfFull(folder, 256);
        assertThatExceptionOfType(DirectoryUnusable.class)
                .isThrownBy(() -> DataDirectory.refuseIfFull(folder, 255))
                .satisfies(it -> assertThat(new DirectoryUnusableAnalyzer().analyze(it))
                        .isNotNull()
                        .extracting(FailureAnalysis::getDescription, FailureAnalysis::getAction)
                        .allSatisfy(text -> assertThat(text.toString()).isNotBlank()))
                .withMessage("The disk of %s has 255 MB left, and at least 256 MB are needed", folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bakcup", "help", "-Dserver.port=1", "backup", "restore", "BACKUP /x"})
    @DisplayName("W-15 a mistyped command is refused with the list of commands, and nothing is started")
    void aMistypedCommandIsRefused(String typed) {
        assertThat(asked(home, typed.split(" "))).hasValue(2);
        assertThat(said.toString()).contains("backup FOLDER").contains("restore COPY NEW-DATA-FOLDER");
    }

    private Path wholeCopy() throws IOException {
        var copy = Files.createDirectories(folder.resolve("copy"));
        Files.writeString(copy.resolve(Backup.LABEL), "");
        Files.createDirectories(copy.resolve("postgres/base"));
        return copy;
    }

    private OptionalInt asked(Path data, String... words) {
        return new DataCommands(data, new PrintStream(said, true), Clock.systemUTC()).run(words);
    }

    private Path onlyCopy() throws IOException {
        try (var copies = Files.list(folder.resolve("copies"))) {
            var all = copies.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    private static DataSource databaseOf(KeptServer server) {
        return MigrationConfiguration.unhurried(server.jdbcUrl(), "postgres", "");
    }

    private static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        JdbcClient.create(database)
                .sql("create table written (n int primary key)")
                .update();
    }

    private static List<Integer> rowsIn(Path data) throws IOException {
        try (var again = EmbeddedDatabase.keptIn(data)) {
            return JdbcClient.create(databaseOf(again))
                    .sql("select n from written")
                    .query(Integer.class)
                    .list();
        }
    }

    /** Writes rows one by one, and remembers those whose commit was answered. */
    private static final class Writer implements AutoCloseable {

        private final List<Integer> answered = new ArrayList<>();
        private final CountDownLatch stopped = new CountDownLatch(1);
        private final SingleConnectionDataSource connection;
        private final Thread thread;
        private volatile boolean goOn = true;

        private Writer(String url) {
            this.connection = new SingleConnectionDataSource(url, "postgres", "", true);
            this.thread = Thread.ofPlatform().start(this::write);
        }

        private void write() {
            var database = JdbcClient.create(connection);
            for (int n = 0; goOn; n++) {
                database.sql("insert into written values (?)").param(n).update();
                synchronized (answered) {
                    answered.add(n);
                    answered.notifyAll();
                }
            }
            stopped.countDown();
        }

        private List<Integer> answered() {
            synchronized (answered) {
                return List.copyOf(answered);
            }
        }

        private void awaitRows(int rows) throws InterruptedException {
            synchronized (answered) {
                while (answered.size() < rows) {
                    answered.wait();
                }
            }
        }

        @Override
        public void close() throws InterruptedException {
            goOn = false;
            stopped.await();
            connection.destroy();
            thread.join();
        }
    }
}
