package tuanju.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** The server that people's data lives in dies again and again. */
@Tag("server")
class KeptServerTest {

    private static final Duration BACK = Duration.ofSeconds(30);
    private static final int WRITERS = 8;
    private static final int ENOUGH = 400;
    /** The state in the cluster's control file, behind its number and two versions; 1 is an orderly end. */
    private static final int STATE_AT = 16;

    private static final int SHUT_DOWN = 1;

    @TempDir
    static Path directory;

    static KeptServer server;
    static JdbcClient database;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedDatabase.keptIn(directory);
        database = JdbcClient.create(new SimpleDriverDataSource(new org.postgresql.Driver(), server.jdbcUrl()));
        database.sql("create table told (id int primary key)").update();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        assertThat(new Postmaster(directory.resolve("postgres")).isRunning()).isFalse();
    }

    @Test
    @DisplayName("W-08b what is answered is on the disk before it is answered")
    void isSafeBeforeItAnswers() {
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("full_page_writes")).isEqualTo("on");
    }

    @Test
    @DisplayName("W-08b F-07 nothing that was answered is gone after the server was killed, three times over")
    void losesNothingThatWasAnswered() throws Exception {
        Set<Integer> told = ConcurrentHashMap.newKeySet();
        var next = new AtomicInteger();
        for (int round = 1; round <= 3; round++) {
            killWhileWriting(told, next, round * ENOUGH);
            await().atMost(BACK).until(KeptServerTest::answers);
            var kept = Set.copyOf(
                    database.sql("select id from told").query(Integer.class).list());
            assertThat(told).allMatch(kept::contains, "is kept");
        }
    }

    @Test
    @DisplayName("W-06 a killed server is started again on its port, though a child of it is frozen")
    void isStartedAgainBesideAFrozenChild() throws Exception {
        int port = server.port();
        try (var connection = DriverManager.getConnection(server.jdbcUrl())) {
            signal("STOP", backend(connection));
            signal("KILL", postmaster());
            await().atMost(BACK).until(KeptServerTest::answers);
        }
        assertThat(server.port()).isEqualTo(port);
    }

    @Test
    @DisplayName("F-08 a server that somebody stopped is started again, as safe as before")
    void isStartedAgainAfterAStop() throws Exception {
        long before = postmaster();
        signal("INT", before);
        await().atMost(BACK).until(() -> answers() && postmaster() != before);
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("fsync")).isEqualTo("on");
    }

    @Test
    @DisplayName("W-06 a server left behind ends orderly though somebody is still connected")
    void anOrphanEndsOrderlyUnderAnOpenClient(@TempDir Path other) throws Exception {
        var data = other.resolve("postgres");
        var left = EmbeddedDatabase.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start();
        try (var connection = DriverManager.getConnection(left.getJdbcUrl("postgres", "postgres"))) {
            assertThat(connection.isValid(1)).isTrue();
            new Postmaster(data).endOrphan();
            assertThat(new Postmaster(data).isRunning()).isFalse();
            assertThat(stateOf(data)).isEqualTo(SHUT_DOWN);
        }
    }

    @Test
    @DisplayName("W-06 a second program on one directory is refused, and the first goes on")
    void aSecondProgramIsRefused() {
        assertThatExceptionOfType(DirectoryInUse.class).isThrownBy(() -> EmbeddedDatabase.keptIn(directory));
        assertThat(answers()).isTrue();
    }

    @Test
    @DisplayName("W-18 nobody else on the machine may look into the binaries")
    void theBinariesAreTheirOwnersOnly() throws IOException {
        var binaries = directory.resolve("binaries");
        boolean known = Files.getFileAttributeView(binaries, PosixFileAttributeView.class) != null;
        assertThat(!known
                        || PosixFilePermissions.toString(Files.getPosixFilePermissions(binaries))
                                .equals("rwx------"))
                .isTrue();
    }

    /** Eight write one row after the other; each number counts as told once its commit was answered. */
    private static void killWhileWriting(Set<Integer> told, AtomicInteger next, int enough) throws Exception {
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < WRITERS; i++) {
                writers.execute(() -> write(told, next));
            }
            await().atMost(BACK).until(() -> told.size() >= enough);
            signal("KILL", postmaster());
        }
    }

    private static void write(Set<Integer> told, AtomicInteger next) {
        try (var connection = DriverManager.getConnection(server.jdbcUrl());
                var insert = connection.prepareStatement("insert into told values (?)")) {
            while (true) {
                int number = next.incrementAndGet();
                insert.setInt(1, number);
                insert.executeUpdate();
                told.add(number);
            }
        } catch (SQLException killed) {
            assertThat(killed.getSQLState()).matches("08.*|57.*");
        }
    }

    private static boolean answers() {
        try (var connection = DriverManager.getConnection(server.jdbcUrl())) {
            return connection.isValid(1);
        } catch (SQLException away) {
            return false;
        }
    }

    private static String setting(String name) {
        return database.sql("select current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private static int stateOf(Path data) throws IOException {
        var control = Files.readAllBytes(data.resolve("global").resolve("pg_control"));
        return ByteBuffer.wrap(control).order(ByteOrder.nativeOrder()).getInt(STATE_AT);
    }

    private static long backend(Connection connection) throws SQLException {
        return connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
    }

    private static long postmaster() throws IOException {
        var file = directory.resolve("postgres").resolve("postmaster.pid");
        return Files.exists(file)
                ? Long.parseLong(Files.readAllLines(file).getFirst().strip())
                : 0;
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        int result = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(result).isZero();
    }
}
