package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import support.CheapPasswords;
import support.Residents;
import tuanju.ApiClient;
import tuanju.Logged;
import tuanju.WebTest;

/** Who is a member here shows in no answer, and not in the work behind it: the same statements, the same hashing. */
@WebTest
@DisplayName("W-14 A-75")
class SameWorkTest {

    private static final String PASSWORD = "lantern over the river";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Residents residents;

    private String known = "";
    private String unproven = "";
    private String away = "";

    @BeforeEach
    void peopleOfEachKind() {
        known = Residents.anyPhone();
        ApiClient.signUp(mvc, known);
        unproven = Residents.anyPhone();
        residents.unproven(unproven, PASSWORD, "陌生人");
        away = Residents.anyPhone();
        residents.beAway(residents.settle(away, "很久没来"), 400);
    }

    /** A way in, and what is sent there for a phone. */
    private record Way(String name, String path, Function<String, String> body) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Way> ways() {
        return Stream.of(
                new Way("asking for a code", "/api/v1/codes", "{\"phone\":\"%s\"}"::formatted),
                new Way("a wrong code", "/api/v1/tokens", "{\"phone\":\"%s\",\"code\":\"00\"}"::formatted),
                new Way("a wrong password", "/api/v1/tokens", "{\"phone\":\"%s\",\"password\":\"no\"}"::formatted),
                new Way(
                        "a wrong code to sign up",
                        "/api/v1/members",
                        "{\"phone\":\"%s\",\"code\":\"00\",\"name\":\"小李\",\"password\":\"lantern over the river\"}"
                                ::formatted));
    }

    @ParameterizedTest(name = "{0}: the same answer after the same work")
    @MethodSource("ways")
    void knownAndUnknownPhonesAreTheSameWork(Way way) {
        var expected = done(way, Residents.anyPhone());
        assertThat(expected.statements()).isNotEmpty();
        for (var phone : List.of(known, unproven, away)) {
            assertThat(done(way, phone)).isEqualTo(expected);
        }
    }

    @Test
    @DisplayName("the right password of an unproven account is as wrong as any")
    void aPasswordOfAnUnprovenAccountIsAsWrongAsAny() {
        var way = new Way(
                "a password",
                "/api/v1/tokens",
                "{\"phone\":\"%s\",\"password\":\"lantern over the river\"}"::formatted);
        assertThat(done(way, unproven)).isEqualTo(done(way, Residents.anyPhone()));
    }

    @Test
    @DisplayName("a wrong code and a wrong password are one answer")
    void aWrongCodeAndAWrongPasswordAreOneAnswer() {
        var ways = ways().toList();
        assertThat(done(ways.get(1), known).answer())
                .isEqualTo(done(ways.get(2), known).answer())
                .startsWith("401");
    }

    /** What a request was answered, what it asked the database, and how often it compared or made a hash. */
    private record Work(String answer, List<String> statements, int hashes) {}

    private Work done(Way way, String phone) {
        // like a repeat: the first request of a kind may be different work
        var stranger = ApiClient.stranger(mvc);
        try (var jdbc = new Logged("org.springframework.jdbc.core.JdbcTemplate", Level.DEBUG);
                var jpa = new Logged("org.hibernate.SQL", Level.DEBUG)) {
            int before = CheapPasswords.hashes();
            MvcTestResult answer = stranger.post(way.path(), way.body().apply(phone));
            int hashes = CheapPasswords.hashes() - before;
            return new Work(
                    answer.getResponse().getStatus() + " "
                            + ApiClient.body(answer).replace(phone, "…"),
                    statements(jdbc, jpa),
                    hashes);
        }
    }

    private static List<String> statements(Logged... logs) {
        var mine = Pattern.compile(Pattern.quote(Thread.currentThread().getName()) + " .*", Pattern.DOTALL);
        var all = new ArrayList<String>();
        for (var log : logs) {
            log.lines().stream()
                    .filter(it -> mine.matcher(it).matches())
                    .map(it -> it.replaceAll("\\{request=\\w+}", ""))
                    .forEach(all::add);
        }
        return all;
    }
}
