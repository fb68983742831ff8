package tuanju.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tuanju.faults.Program;

/**
 * The packaged program with its demo community, and in it so many neighbours, each with a token, and a hundred offers that
 * nobody comes twice. These are written straight into the tables ({@code bench/market.sql}), because signing sixty thousand
 * people up takes an hour; everything else is done through the API.
 */
final class Market {

    private static final int OFFERS = 100;
    private static @Nullable Market open;

    private final Program program;
    private final String url;
    private final AtomicInteger came = new AtomicInteger();
    private final Neighbour leader;
    private final String point;
    private final List<String> offers;

    /** Somebody with a token for the API. */
    record Neighbour(UUID id, String token) {}

    /** The only one: to start a program takes long. */
    static synchronized Market open() {
        if (open == null) {
            open = new Market();
        }
        return open;
    }

    private Market() {
        program = Program.toMeasure("bench", List.of("--tuanju.order.per-minute=1000"));
        program.start();
        Awaitility.await().atMost(Program.START).until(() -> program.log().contains("The demo community"));
        url = program.postmaster().url();
        run(text("/bench/market.sql"));
        run(text("/bench/join.sql"));
        try (var caller = caller()) {
            var signedIn =
                    caller.post("/api/v1/tokens", null, "{\"phone\":\"13800000001\",\"password\":\"tuanju-demo\"}");
            leader = new Neighbour(new UUID(0, 0), signedIn.must(201).read("$.token"));
            point = caller.get("/api/v1/pickup-points", leader.token())
                    .must(200)
                    .read("$[0].id");
        }
        offers = database()
                .sql("select code from team_offer order by created_at desc, code limit " + OFFERS)
                .query(String.class)
                .list();
    }

    /** A new connection to the program. */
    Caller caller() {
        return new Caller(program.address());
    }

    /** A new session at its database, as the owner of the tables. */
    Connection session() {
        try {
            return DriverManager.getConnection(url);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void end(Connection session) {
        try {
            session.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    JdbcClient database() {
        return JdbcClient.create(new DriverManagerDataSource(url));
    }

    Neighbour leader() {
        return leader;
    }

    /** Somebody who was not here before. */
    Neighbour somebody() {
        int number = came.incrementAndGet();
        return new Neighbour(new UUID(0x7000, Long.MIN_VALUE | number), "tj_neighbour_of_the_bench_" + number);
    }

    Stream<Neighbour> people(int many) {
        return Stream.generate(this::somebody).limit(many);
    }

    String point() {
        return point;
    }

    List<String> offers() {
        return offers;
    }

    /** So many bags more in a cycle that has one order, because the API would take minutes for thousands. */
    void copyBags(String cycle, int many) {
        database()
                .sql(text("/bench/bags.sql"))
                .param("cycle", cycle)
                .param("many", many)
                .update();
        run("analyze orders, order_line");
    }

    private void run(String sql) {
        try (var session = session();
                var statement = session.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String file) {
        try (var in = Objects.requireNonNull(Market.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
