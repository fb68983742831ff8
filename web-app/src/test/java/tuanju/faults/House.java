package tuanju.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tuanju.postgres.EmbeddedDatabase;

/** A running program with its people, which several faults befall one after another; a new one only when one went wrong. */
final class House {

    private static final Pattern OWN_FAULT = Pattern.compile("Reference \\S+: (an unexpected error|500)");

    private static @Nullable House own;
    private static @Nullable House wired;

    private final Program program;
    private final @Nullable Wire wire;
    private final Texts texts;
    private final Supplier<String> url;
    private final History history = new History();
    private final World world;
    private final Truth truth;
    private int faultsInLog;
    private boolean spoiled;

    private House(Program program, Texts texts, @Nullable Wire wire, @Nullable String database) {
        this.program = program;
        this.texts = texts;
        this.wire = wire;
        program.start();
        Awaitility.await().atMost(Program.START).until(() -> program.log().contains("The demo community"));
        url = database == null ? () -> program.postmaster().url() : () -> database;
        world = new World(program.address(), history);
        truth = new Truth(this::database, Truth.SOON);
    }

    /** With a database of its own, as on a fresh machine. */
    static House own() {
        if (own == null || !own.stands()) {
            leave(own);
            own = fresh();
        }
        return own;
    }

    private static House fresh() {
        var texts = new Texts();
        return new House(new Program(folder("own"), texts.settings()), texts, null, null);
    }

    /** With a database elsewhere, and a wire to it that can be touched. */
    static House wired() {
        if (wired == null || !wired.stands()) {
            leave(wired);
            wired = throughAWire();
        }
        return wired;
    }

    private static void leave(@Nullable House house) {
        if (house != null) {
            house.program.close();
        }
    }

    private static House throughAWire() {
        try {
            var server = EmbeddedDatabase.throwAway();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server)));
            var wire = new Wire(server.getPort());
            var texts = new Texts();
            var settings = new ArrayList<>(texts.settings());
            settings.add("--spring.datasource.url=" + wire.url());
            settings.add("--spring.datasource.username=postgres");
            return new House(
                    new Program(folder("wired"), settings), texts, wire, server.getJdbcUrl("postgres", "postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Program program() {
        return program;
    }

    World world() {
        return world;
    }

    History history() {
        return history;
    }

    Texts texts() {
        return texts;
    }

    Wire wire() {
        if (wire == null) {
            throw new IllegalStateException("This house has no wire");
        }
        return wire;
    }

    /** Straight to its database, past the wire. */
    JdbcClient database() {
        return JdbcClient.create(new DriverManagerDataSource(url.get()));
    }

    /** A session in its database, in a transaction of its own. */
    Connection session() {
        try {
            var session = DriverManager.getConnection(url.get());
            session.setAutoCommit(false);
            return session;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The number of the process of a session of the program, one in the middle of something if there is one. */
    long anySession() {
        return database().sql("""
                        select pid from pg_stat_activity
                        where backend_type = 'client backend' and pid <> pg_backend_pid()
                        order by state = 'idle', pid limit 1
                        """).query(Long.class).single();
    }

    /** Lets a fault befall it while people use it, and answers how it stood that. */
    Verdict under(String fault, Supplier<Duration> harm) {
        return under(fault, Rounds.PEOPLE, harm);
    }

    /** The same with so many people. */
    Verdict under(String fault, int people, Supplier<Duration> harm) {
        long seed = Rounds.seed();
        var random = new Random(seed);
        Duration back;
        try (var load = Load.of(world, people, seed)) {
            load.awaitAnswers(20 + random.nextInt(40));
            back = load.orAbandoned(harm);
            load.awaitAnswers(30);
        }
        return verdict(fault, seed, back);
    }

    /** How things stand now that everything is well again. */
    Verdict verdict(String fault, long seed, Duration back) {
        var complaints = new ArrayList<>(truth.complaints(history.facts()));
        complaints.addAll(newFaultsInLog());
        // what one fault has left behind is not held against the next
        spoiled = !complaints.isEmpty();
        return new Verdict(
                fault,
                seed,
                history.facts().size(),
                history.counted(History.Outcome.UNHEARD),
                history.takeBroken(),
                complaints,
                history.takeSlowest(),
                back);
    }

    private List<String> newFaultsInLog() {
        var all =
                program.log().lines().filter(it -> OWN_FAULT.matcher(it).find()).toList();
        var fresh = all.subList(Math.min(faultsInLog, all.size()), all.size());
        faultsInLog = all.size();
        return fresh.stream().map(it -> "in the log: " + it).toList();
    }

    private boolean stands() {
        return !spoiled && program.isRunning() && program.status("/") == 200;
    }

    private static Path folder(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "faults")), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
