package tuanju.security;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tuanju.security.Routes.Row;

/** The API as it describes itself, to be held against what it does. */
record Described(JsonNode api) {

    static Described by(MockMvcTester mvc) {
        var answer = mvc.get().uri("/v3/api-docs").exchange().getResponse().getContentAsByteArray();
        return new Described(new JsonMapper().readTree(answer));
    }

    /** "GET /api/v1/teams/{code}" of every operation. */
    Set<String> routes() {
        var routes = new TreeSet<String>();
        api.get("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
                    routes.add(method.toUpperCase(Locale.ROOT) + " " + path);
                }));
        return routes;
    }

    /** What is said of this route. */
    JsonNode operation(Row row) {
        var method = row.method().toLowerCase(Locale.ROOT);
        return api.path("paths").path(plain(row.pattern())).path(method);
    }

    /** A pattern without what its variables may look like. */
    static String plain(String pattern) {
        return pattern.replaceAll("\\{(\\w+):[^/]*?(\\{[^/]*?}[^/]*?)*}", "{$1}");
    }

    /** Where an answer's body differs from what is said of it. */
    List<String> differences(JsonNode response, JsonNode body) {
        var content = followed(response).path("content");
        var schema = content.isEmpty() ? content : content.iterator().next().path("schema");
        return schema.isMissingNode() ? List.of("has a body") : differences("", schema, body);
    }

    private List<String> differences(String at, JsonNode said, JsonNode value) {
        var schema = followed(said);
        if (schema.has("anyOf")) {
            return stream(schema.get("anyOf"))
                    .map(it -> differences(at, it, value))
                    .min(Comparator.comparingInt(List::size))
                    .orElseThrow();
        }
        if (!isOfType(schema, value)) {
            return List.of(at + " is not " + schema.path("type").asString("anything"));
        }
        if (schema.has("enum") && stream(schema.get("enum")).noneMatch(value::equals)) {
            return List.of(at + " is not one of its words");
        }
        if (value.isArray()) {
            return stream(value)
                    .flatMap(it -> differences(at + "[]", schema.path("items"), it).stream())
                    .toList();
        }
        return value.isObject() ? inside(at, schema, value) : List.of();
    }

    private List<String> inside(String at, JsonNode schema, JsonNode value) {
        var differences = new ArrayList<String>();
        schema.path("required").forEach(it -> {
            if (!value.has(it.asString())) {
                differences.add(at + "." + it.asString() + " is missing");
            }
        });
        value.forEachEntry((name, part) -> {
            var of = schema.path("properties").path(name);
            var others = schema.path("additionalProperties");
            var said = of.isMissingNode() && others.isObject() ? others : of;
            differences.addAll(
                    said.isMissingNode()
                            ? List.of(at + "." + name + " is not described")
                            : differences(at + "." + name, said, part));
        });
        return differences;
    }

    private static boolean isOfType(JsonNode schema, JsonNode value) {
        return switch (schema.path("type").asString("")) {
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> true;
        };
    }

    private JsonNode followed(JsonNode node) {
        var reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : api.at(reference.substring(1));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
