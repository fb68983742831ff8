package tuanju.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import support.TestDatabase;
import tuanju.database.Turns;
import tuanju.database.Visit.Admission;

/** A crowd before a door with one turn: three connections, of which two are kept free, and six waiting places. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.hikari.maximum-pool-size=3",
            "tuanju.database.background.maximum-pool-size=4",
            "tuanju.database.patience=1m",
            "server.forward-headers-strategy=native"
        })
@Import({TestDatabase.class, Shop.class})
@ActiveProfiles("test")
class DoorTest {

    private static final String ANNA = "203.0.113.1";
    private static final String BERT = "203.0.113.2";
    private static final String BEGUN =
            "POST /shop HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: 8\r\n\r\nabc=";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String SILENCE = "POST /shop HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\n"
            + "X-Forwarded-For: %s\r\nContent-Length: 8\r\n\r\n";
    private static final int SILENT = 40;
    private static final int MOST_SENDING_OF_ONE = 25;
    private static final int MOST_OF_ONE = 200;
    private static final int STATUS_LINE = "HTTP/1.1 200".length();
    private static final int PLACES = 6;
    private static final int PLACES_OF_ONE = 4;

    @LocalServerPort
    int port;

    @Autowired
    ShopPages shop;

    @Autowired
    DataSource database;

    @Autowired
    Turns turns;

    @Autowired
    Closing closing;

    @Autowired
    Hands hands;

    private Customers customers = new Customers(0);

    @BeforeEach
    void closeTheShop() {
        customers = new Customers(port);
        shop.close();
    }

    @AfterEach
    void letEverybodyGo() {
        shop.open();
        await().until(() -> turns.free() == 1 && turns.waiting() == 0);
    }

    @Test
    @DisplayName("W-09 whoever finds no place is told at once, in words, when to come back")
    void aCrowdIsToldInWordsWhenToComeBack() throws Exception {
        fillEveryPlace();
        var english = customers.get("/shop?x=1", Map.of("Accept-Language", "en"));
        assertThat(english.statusCode()).isEqualTo(503);
        assertThat(english.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(english.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(english.body())
                .contains("<h1>Back in a moment</h1>", "Very many want something at this moment")
                .contains("href=\"/shop?x=1\"", "lang=\"en\"")
                .doesNotContain("Reference");
        assertThat(customers.get("/shop", Map.of("Accept-Language", "zh-CN")).body())
                .contains("lang=\"zh-CN\"", "href=\"/shop\"")
                .doesNotContain("x=1");
        assertThat(customers.get("/shop", Map.of("X-Fragment", "true")).body())
                .startsWith("<p class=\"notice")
                .doesNotContain("<html");
        assertThat(shop.served).hasValue(1);
    }

    @Test
    @DisplayName("W-09 one client alone cannot fill the places of all")
    void oneClientCannotFillThePlacesOfAll() throws Exception {
        fill(ANNA, 1 + PLACES_OF_ONE);
        var answer = customers.get("/shop", Map.of("X-Forwarded-For", ANNA, "Accept-Language", "en"));
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(answer.body()).contains("<h1>A little slower, please</h1>");
        var other = customers.send("/shop", BERT);
        await().until(() -> turns.waiting() == PLACES_OF_ONE + 1);
        shop.open();
        assertThat(other.get().statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("W-09 a program that finds no place gets a problem with the seconds to wait")
    void aProgramGetsAProblem() throws Exception {
        fillEveryPlace();
        var answer = customers.get("/api/v1/shop", Map.of());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("urn:tuanju:problem:too-busy");
    }

    @Test
    @DisplayName("W-09 files are there however large the crowd is")
    void filesNeedNoTurn() throws Exception {
        fillEveryPlace();
        assertThat(customers
                        .get("/page/logo.svg", Map.of("Cookie", "SESSION=eA==; session=eA=="))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("W-09 a stream of events holds no turn while it is open")
    void aStreamHoldsNoTurn() throws Exception {
        var stream = customers.listen("/shop/live");
        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(customers.get("/shop/quick", Map.of()).statusCode()).isEqualTo(200);
        stream.body().close();
    }

    @Test
    @DisplayName("W-09 who waits for another server holds no turn")
    void whoeverWaitsForAProviderHoldsNoTurn() throws Exception {
        var provider = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        var asked = new CountDownLatch(1);
        var mayAnswer = new CountDownLatch(1);
        provider.createContext("/", exchange -> {
            asked.countDown();
            ShopPages.await(mayAnswer);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        provider.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        provider.start();
        try {
            var paying = customers.send("/shop/pay?at=" + provider.getAddress().getPort(), ANNA);
            asked.await();
            assertThat(customers.get("/shop/quick", Map.of()).statusCode()).isEqualTo(200);
            mayAnswer.countDown();
            assertThat(paying.get().statusCode()).isEqualTo(200);
        } finally {
            provider.stop(0);
        }
    }

    @Test
    @DisplayName("W-09 who sends slowly holds no turn until all of it is here")
    void whoeverSendsSlowlyHoldsNoTurn() throws Exception {
        for (var type : List.of("application/json", "application/x-www-form-urlencoded")) {
            try (var slow = customers.write(BEGUN.formatted(type))) {
                assertThat(customers.get("/shop/quick", Map.of()).statusCode()).isEqualTo(200);
                slow.getOutputStream().write("defg".getBytes(StandardCharsets.US_ASCII));
                var answer = new String(slow.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
                assertThat(answer).isEqualTo("HTTP/1.1 200");
            }
        }
        assertThat(shop.bodies).contains("abc=defg");
    }

    @Test
    @DisplayName("W-17 one client who announces much and sends nothing is told to wait, and keeps nobody out")
    void whoeverSendsNothingKeepsNobodyOut() throws Exception {
        var silent = new ArrayList<Socket>();
        try {
            for (int i = 0; i < SILENT; i++) {
                silent.add(customers.write(SILENCE.formatted(i % 2 == 0 ? "text/plain" : FORM, ANNA)));
            }
            await().until(() -> silent.stream().filter(DoorTest::isAnswered).count() == SILENT - MOST_SENDING_OF_ONE);
            assertThat(silent.stream().filter(DoorTest::isAnswered).map(DoorTest::status))
                    .containsOnly("HTTP/1.1 429");
            assertThat(customers
                            .get("/shop/quick", Map.of("X-Forwarded-For", ANNA))
                            .statusCode())
                    .as("their own pages go on")
                    .isEqualTo(200);
            try (var other = customers.write(SILENCE.formatted("text/plain", BERT))) {
                other.getOutputStream().write("12345678".getBytes(StandardCharsets.US_ASCII));
                assertThat(status(other)).isEqualTo("HTTP/1.1 200");
            }
        } finally {
            for (var socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    @DisplayName("W-17 one client alone cannot keep all hands busy, and a probe is answered in spite of all")
    void oneClientCannotKeepAllHandsBusy() throws Exception {
        var all = Collections.nCopies(MOST_OF_ONE, ANNA);
        try {
            assertThat(all).allMatch(it -> hands.inside().enter(it) == Admission.GRANTED);
            var answer = customers.get("/page/logo.svg", Map.of("X-Forwarded-For", ANNA));
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Connection")).hasValue("close");
            assertThat(customers.get("/livez", Map.of("X-Forwarded-For", ANNA)).statusCode())
                    .as("let through, to a shop that has no such page")
                    .isEqualTo(404);
            assertThat(customers
                            .get("/shop/quick", Map.of("X-Forwarded-For", BERT))
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            all.forEach(hands.inside()::leave);
        }
    }

    private static boolean isAnswered(Socket socket) {
        try {
            return socket.getInputStream().available() >= STATUS_LINE;
        } catch (IOException gone) {
            return false;
        }
    }

    private static String status(Socket socket) {
        try {
            return new String(socket.getInputStream().readNBytes(STATUS_LINE), StandardCharsets.US_ASCII);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Test
    @DisplayName("W-04 F-14 work in the background cannot take the connections of requests")
    void backgroundWorkLeavesRequestsTheirConnections() throws Exception {
        var held = new ArrayList<AutoCloseable>();
        try {
            // one of the four listens for live pages, or soon will
            for (int i = 0; i < 3; i++) {
                held.add(database.getConnection());
            }
            assertThat(customers.get("/shop/quick", Map.of()).statusCode()).isEqualTo(200);
        } finally {
            for (var connection : held) {
                connection.close();
            }
        }
    }

    @Test
    @DisplayName("W-05 a request gives up sooner than work in the background")
    void limitsAreThoseOfWhoAsks() throws Exception {
        assertThat(customers.get("/shop/limits", Map.of()).body()).isEqualTo("1500ms 1900ms 10s");
        assertThat(ShopPages.limits(JdbcClient.create(database))).isEqualTo("10s 30s 1min");
    }

    @Test
    @DisplayName(
            "F-36 when the program ends, whoever is inside is answered, and whoever comes then is asked to come again")
    void theLastInsideIsAnswered() throws Exception {
        try (var inside = customers.write("GET /shop HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            await().until(() -> shop.served.get() == 1);
            var end = CompletableFuture.runAsync(closing::stop);
            await().until(() -> !closing.isRunning());
            var late = customers.get("/shop/quick", Map.of());
            assertThat(late.statusCode()).isEqualTo(503);
            assertThat(late.headers().firstValue("Retry-After")).hasValue("2");
            assertThat(late.headers().firstValue("Connection")).hasValue("close");
            assertThat(end).isNotDone();
            shop.open();
            end.get();
            var here = inside.getInputStream();
            assertThat(new String(here.readNBytes(here.available()), StandardCharsets.US_ASCII))
                    .as("what had left when the end was reached")
                    .startsWith("HTTP/1.1 200")
                    .endsWith("\r\n\r\nserved");
        } finally {
            closing.start();
        }
    }

    @Test
    @DisplayName("F-36 requests have threads of the system: virtual ones that load classes together may wait for ever")
    void requestsHaveThreadsOfTheSystem() throws Exception {
        assertThat(customers.get("/shop/thread", Map.of()).body()).isEqualTo("of the system");
    }

    private void fillEveryPlace() {
        fill(ANNA, 1 + PLACES_OF_ONE);
        fill(BERT, PLACES - PLACES_OF_ONE);
    }

    /** Sends so many that nobody answers yet, the first of all inside. */
    private void fill(String client, int requests) {
        int waiting = turns.waiting() + requests - (turns.free() == 1 ? 1 : 0);
        for (int i = 0; i < requests; i++) {
            customers.send("/shop", client);
        }
        await().until(() -> turns.free() == 0 && turns.waiting() == waiting && shop.served.get() == 1);
    }
}
