package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tuanju.security.Routes.Row;
import tuanju.security.Routes.Whose;

/** Requests by methods and in formats that no page of ours uses: refused quickly, and nothing changes. */
class OddRequestsTest extends AtEveryDoor {

    private static final List<byte[]> FLOODS = List.of(
            bytes("{\"items\":[" + "{\"product\":\"鸡蛋\",\"quantity\":1},".repeat(70_000) + "{}]}"),
            bytes("\"" + "长".repeat(800_000) + "\""),
            bytes("[".repeat(100_000)));

    static Stream<Row> onlyChanging() {
        var looked = Routes.table().stream()
                .filter(it -> it.method().equals("GET"))
                .map(it -> it.pattern().replaceAll("\\{[^/]*}", "{}"))
                .collect(Collectors.toSet());
        return Routes.table().stream()
                .filter(it -> !List.of("GET", "ANY").contains(it.method()))
                .filter(it -> it.whose() != Whose.MACHINE)
                .filter(it -> !looked.contains(it.pattern().replaceAll("\\{[^/]*}", "{}")));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A-10 what changes something cannot be reached by looking, by another method or under another's name")
    @MethodSource("onlyChanging")
    void lookingChangesNothing(Row row) {
        assertThat(isStoredBy(Stream.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE)
                        .<Runnable>map(method -> () -> looks(row, method))
                        .toList()))
                .isFalse();
    }

    private void looks(Row row, HttpMethod method) {
        var answer = ask(row, method);
        if (method != HttpMethod.OPTIONS) {
            assertThat(answer.getResponse().getStatus()).as(method.name()).isBetween(400, 499);
        }
    }

    @Test
    @DisplayName("A-10 a field or header that names another method is no method")
    void anotherMethodByNameIsNone() {
        var order = Routes.table().stream()
                .filter(it -> it.route().equals("GET /api/v1/orders/{code}"))
                .findFirst()
                .orElseThrow();
        var uri = order.path(world.examples());
        var owner = world.as(order);
        for (var header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            assertThat(mvc.get().uri(uri).header(header, "DELETE").with(owner).exchange())
                    .hasStatusOk();
            assertThat(mvc.post().uri(uri).header(header, "DELETE").with(owner).exchange())
                    .hasStatus(405);
        }
        assertThat(mvc.post().uri(uri).param("_method", "DELETE").with(owner).exchange())
                .hasStatus(405);
        assertThat(mvc.get().uri(uri).with(owner).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("CONFIRMED");
    }

    static Stream<Row> takingJson() {
        return Routes.table().stream()
                .filter(it -> it.isApi() && List.of("POST", "PUT", "PATCH").contains(it.method()))
                .filter(it -> it.whose() != Whose.OPEN);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A-22 A-53 P-14 a flood is not read to its end, and what is not called JSON is not read as JSON")
    @MethodSource("takingJson")
    void aFloodIsNotReadToItsEnd(Row row) {
        assumeThat(Sending.good(row, mappings(), world.examples(), world.as(row)))
                .as("takes a body")
                .anyMatch(Sending::takesJson);
        var floods = IntStream.range(0, FLOODS.size())
                .filter(it -> Share.has(row, it, FLOODS.size()))
                .mapToObj(it -> refused(row, MediaType.APPLICATION_JSON, FLOODS.get(it)));
        var strange = Stream.of(MediaType.TEXT_PLAIN, MediaType.APPLICATION_FORM_URLENCODED, MediaType.TEXT_XML)
                .map(it -> refused(row, it, bytes("{}")));
        assertThat(isStoredBy(Stream.concat(floods, strange).toList())).isFalse();
    }

    private Runnable refused(Row row, MediaType type, byte[] body) {
        return () -> assertThat(send(row, type, body).getResponse().getStatus())
                .as("%s, %s bytes", type, body.length)
                .isBetween(400, 499);
    }

    @Test
    @DisplayName("A-22 an order of ten thousand lines is refused, and one of the same line a thousand times")
    void anOrderOfTenThousandLinesIsRefused() {
        var row = Routes.table().stream()
                .filter(it -> it.route().equals("POST /api/v1/cycles/{code}/orders"))
                .findFirst()
                .orElseThrow();
        var strange =
                IntStream.range(0, 10_000).mapToObj(it -> line(UUID.randomUUID().toString()));
        var same =
                IntStream.range(0, 1_000).mapToObj(it -> line(world.examples().get("cycleProduct")));
        var refused = Stream.of(strange, same)
                .map(it ->
                        it.collect(Collectors.joining(",", "{\"items\":[", "],\"building\":\"3\",\"room\":\"502\"}")))
                .map(it -> refused(row, MediaType.APPLICATION_JSON, bytes(it)));
        assertThat(isStoredBy(refused.toList())).isFalse();
    }

    @Test
    @DisplayName("W-17 A-94 whoever orders faster than people do waits some seconds, over REST and on the page")
    void whoeverOrdersFasterThanPeopleDoWaits() {
        var row = Routes.table().stream()
                .filter(it -> it.route().equals("POST /api/v1/cycles/{code}/orders"))
                .findFirst()
                .orElseThrow();
        var product = world.examples().get("cycleProduct");
        for (int i = 0; i < 20; i++) {
            assertThat(send(row, MediaType.APPLICATION_JSON, order(product))).hasStatus(201);
        }
        Runnable overRest = () -> {
            var waits = send(row, MediaType.APPLICATION_JSON, order(product));
            assertThat(waits).hasStatus(429);
            assertThat(Integer.parseInt(waits.getResponse().getHeader("Retry-After")))
                    .isBetween(1, 60);
        };
        Runnable onThePage = () -> assertThat(mvc.post()
                        .uri("/c/" + world.examples().get("cycle") + "/orders")
                        .param("quantity-" + product, "1")
                        .param("building", "3")
                        .param("room", "502")
                        .param("commandKey", UUID.randomUUID().toString())
                        .with(world.as(row))
                        .with(csrf())
                        .exchange())
                .hasStatus(429);
        assertThat(isStoredBy(List.of(overRest, onThePage))).isFalse();
    }

    private static String order(String product) {
        return "{\"items\":[" + line(product) + "],\"building\":\"3\",\"room\":\"502\"}";
    }

    private static String line(String product) {
        return "{\"product\":\"%s\",\"quantity\":1}".formatted(product);
    }

    private MvcTestResult send(Row row, MediaType type, String body) {
        return send(row, type, bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private MvcTestResult send(Row row, MediaType type, byte[] body) {
        return mvc.method(HttpMethod.valueOf(row.method()))
                .uri(row.path(world.examples()))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(type)
                .content(body)
                .with(world.as(row))
                .exchange();
    }

    private MvcTestResult ask(Row row, HttpMethod method) {
        return mvc.method(method)
                .uri(row.path(world.examples()))
                .with(world.as(row))
                .with(csrf())
                .exchange();
    }
}
