package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tuanju.security.Routes.Row;

/** What /v3/api-docs says is what the routes do: whoever builds on it is not told of another thing's fields. */
class ApiDescriptionTest extends AtEveryDoor {

    private static final JsonMapper JSON = new JsonMapper();

    private Described described = new Described(JSON.nullNode());

    @BeforeAll
    void whatIsSaidAndWhoIsNamed() {
        described = Described.by(mvc);
        People.signUp(mvc, "13800000102");
    }

    private Map<String, String> here() {
        var here = new HashMap<>(world.examples());
        here.put("none", new UUID(0, 9).toString());
        return here;
    }

    static Stream<Row> routes() {
        return Routes.table().stream().filter(Row::isApi);
    }

    static Stream<Row> changing() {
        return routes().filter(it -> !it.method().equals("GET"));
    }

    @Test
    @DisplayName("W-40 every route is described, each under a name of its own")
    void everyRouteIsDescribed() {
        assertThat(described.routes())
                .containsExactlyInAnyOrderElementsOf(
                        routes().map(it -> it.method() + " " + Described.plain(it.pattern()))
                                .collect(Collectors.toSet()));
        var names = new ArrayList<String>();
        described
                .api()
                .get("paths")
                .forEach(path ->
                        path.forEach(it -> names.add(it.get("operationId").asString())));
        assertThat(names).doesNotHaveDuplicates().noneMatch(it -> it.matches(".*_\\d+"));
    }

    @Test
    @DisplayName("W-40 every operation says in a sentence of its own what it does, and no sentence is left over")
    void everyOperationSaysWhatItDoes() {
        var said = new ArrayList<String>();
        described
                .api()
                .get("paths")
                .forEach(path -> path.forEach(it -> said.add(it.path("summary").asString(""))));
        assertThat(said)
                .hasSizeGreaterThan(100)
                .doesNotHaveDuplicates()
                .allMatch(it -> it.length() >= 15 && it.matches("[A-Z].*\\."));
        assertThat(summaries()).hasSameSizeAs(said);
    }

    private static Map<String, Object> summaries() {
        try (var file = new ClassPathResource("apidocs/summaries.json").getInputStream()) {
            return JSON.readValue(file, new TypeReference<Map<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("W-40 whoever means well is answered as described, status and body")
    @MethodSource("routes")
    void goodRequestsAreAnsweredAsDescribed(Row row) {
        jdbc.sql("delete from rate_limit").update();
        var sendings =
                Sending.good(row, mappings(), world.examples(), world.as(row)).toList();
        assertThat(sendings).isNotEmpty();
        assertThat(sendings.stream().flatMap(it -> faults(row, it.exchange(mvc)).stream()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("W-40 the example of a body can be sent as it stands")
    @MethodSource("changing")
    void examplesCanBeSent(Row row) {
        jdbc.sql("delete from rate_limit").update();
        var content =
                described.operation(row).path("requestBody").path("content").path("application/json");
        if (content.isMissingNode()) {
            return;
        }
        assertThat(content.path("example").isMissingNode()).as("no example").isFalse();
        var answer = mvc.method(HttpMethod.valueOf(row.method()))
                .uri(URI.create(row.path(here())))
                .with(world.as(row))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(hereInstead(content.get("example").toString()))
                .exchange();
        assertThat(answer.getResponse().getStatus()).as(text(answer)).isNotIn(400, 415, 500);
        assertThat(faults(row, answer)).isEmpty();
    }

    /** What the examples invent, as it is called in this world. */
    private String hereInstead(String example) {
        var here = world.examples();
        return example.replace("RVGD7K2M9QX4TB", here.get("cycleOrder"))
                .replace(
                        "2030-01-31", LocalDate.now(ZoneOffset.UTC).plusDays(30).toString())
                .replace("RVGD", here.get("shortCode"))
                .replace("0192f000-0000-7000-8000-000000000001", here.get("point"))
                .replace("0192f000-0000-7000-8000-000000000002", here.get("sku"))
                .replace("0192f000-0000-7000-8000-000000000003", here.get("cycleProduct"));
    }

    private List<String> faults(Row row, MvcTestResult answer) {
        var response = answer.getResponse();
        var status = String.valueOf(response.getStatus());
        var said = described.operation(row).path("responses").path(status);
        if (said.isMissingNode()) {
            return List.of(status + " is not described: " + text(answer));
        }
        var type = String.valueOf(response.getContentType());
        if (!type.contains("json")) {
            return response.getContentAsByteArray().length == 0
                            || said.path("content").has(type)
                    ? List.of()
                    : List.of(type + " is not described");
        }
        JsonNode body = JSON.readTree(response.getContentAsByteArray());
        return described.differences(said, body);
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
