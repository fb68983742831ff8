package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tuanju.ApiClient;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.Phone;
import tuanju.member.operators.Operators;
import tuanju.security.Routes.Row;
import tuanju.security.Routes.Whose;

/** As in production: an operator without an authenticator app is one by name only. */
@DisplayName("A-78 Where a second factor is required")
class SecondFactorRequiredTest extends AtEveryDoor {

    private static final String SETTING = "tuanju.operator.second-factor";
    private static final String STEP = "/me/second-factor";
    private static final Pattern SECRET = Pattern.compile("secret\">([A-Z2-7]{32})<");
    private static final Pattern SEALED = Pattern.compile("name=\"sealed\" value=\"([^\"]+)\"");

    @Autowired
    ConfigurableEnvironment environment;

    @Autowired
    Operators operators;

    @Autowired
    Members members;

    @BeforeEach
    void asInProduction() throws IOException {
        var production = new YamlPropertySourceLoader()
                .load("production", new ClassPathResource("application-production.yml"))
                .getFirst();
        var said = Map.of(SETTING, Objects.requireNonNull(production.getProperty(SETTING)));
        environment.getPropertySources().addFirst(new MapPropertySource(SETTING, said));
    }

    @AfterEach
    void asElsewhere() {
        environment.getPropertySources().remove(SETTING);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("an operator without one is led to setting it up by every page, nothing is done, and the API says so")
    @MethodSource("operators")
    void withoutOneNothingOfTheOperatorsAnswers(Row row) {
        var operator = world.rightful(Whose.OPERATOR);
        assertThat(isStoredBy(List.of(() -> isStopped(row, operator)))).isFalse();
    }

    private void isStopped(Row row, MemberId operator) {
        var answer = ask(row, operator);
        if (row.isApi()) {
            assertThat(answer)
                    .hasStatus(403)
                    .bodyJson()
                    .extractingPath("$.type")
                    .isEqualTo("urn:tuanju:problem:second-factor-first");
            return;
        }
        // a form that was sent is not sent again by itself: afterwards its sender begins at home
        var next = row.method().equals("GET") ? "%2Foperate" : "%2F";
        assertThat(answer).hasStatus(303);
        assertThat(answer.getResponse().getHeader("Location")).startsWith(STEP + "?next=" + next);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("neither the program's own numbers nor a page that is not there tell more")
    @ValueSource(strings = {"/actuator", "/actuator/prometheus", "/operate/no-such-page"})
    void whatHasNoLineInTheTableIsStoppedToo(String path) {
        var operator = world.rightful(Whose.OPERATOR);
        assertThat(mvc.get().uri(path).with(DoorWorld.as(operator)))
                .hasStatus(303)
                .hasHeader("Location", STEP + "?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
        assertThat(mvc.get().uri(path).with(DoorWorld.as(world.otherMember())))
                .as("who is no operator")
                .hasStatus(404);
    }

    @Test
    @DisplayName("whoever sets it up comes in, in this browser and with a token, and an older token stays a member's")
    void whoeverSetsItUpComesIn() {
        var phone = People.anyPhone();
        var token = People.signUp(mvc, phone);
        operators.appoint(members.withPhone(Phone.of(phone)).orElseThrow());
        var browser = new Browser(mvc);
        browser.get("/sign-in?with=password");
        var signedIn = browser.post(
                "/sign-in/password", Map.of("phone", phone, "password", People.PASSWORD, "next", "/operate/audit"));
        assertThat(signedIn).hasRedirectedUrl(STEP + "?next=%2Foperate%2Faudit");
        assertThat(browser.get(STEP + "?next=%2Foperate%2Faudit")).hasStatusOk();
        var app = new AuthenticatorApp(found(SECRET, browser));
        assertThat(browser.get("/operate/audit")).as("before it is set up").hasStatus(303);
        var typed = Map.of("sealed", found(SEALED, browser), "code", app.code(0), "next", "/operate/audit");
        assertThat(browser.post(STEP + "/app", typed)).hasStatusOk();
        assertThat(browser.page()).contains("href=\"/operate/audit\"");
        assertThat(browser.get("/operate/audit")).hasStatusOk();

        assertThat(complaints(token)).hasStatus(403);
        var otp = "{\"phone\":\"%s\",\"password\":\"%s\",\"otp\":\"%s\"}";
        String full = ApiClient.read(
                ApiClient.stranger(mvc).post("/api/v1/tokens", otp.formatted(phone, People.PASSWORD, app.code(1))),
                "$.token");
        assertThat(complaints(full)).hasStatusOk();
    }

    private MvcTestResult complaints(String token) {
        return new ApiClient(mvc, token, "203.0.113.9").get("/api/v1/complaints");
    }

    private static String found(Pattern what, Browser browser) {
        return what.matcher(browser.page()).results().findFirst().orElseThrow().group(1);
    }

    /** Good in every field, so that nothing but the second factor stands between. */
    private MvcTestResult ask(Row row, MemberId operator) {
        var who = DoorWorld.as(operator);
        if (row.method().equals("GET")) {
            var path = URI.create(row.path(world.examples()));
            return mvc.get().uri(path).with(who).exchange();
        }
        return Sending.good(row, mappings(), world.examples(), who)
                .findFirst()
                .orElseThrow()
                .exchange(mvc);
    }

    /** All but the page on which it is set up. */
    static Stream<Row> operators() {
        return Routes.table().stream()
                .filter(it -> it.whose() == Whose.OPERATOR && !it.pattern().startsWith(STEP));
    }
}
