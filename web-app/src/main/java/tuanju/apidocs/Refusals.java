package tuanju.apidocs;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tuanju.command.Problem;

/** How a route refuses: a problem with a sentence and a stable type, by the status that says whose turn it is. */
@Order(2)
@Component
class Refusals implements OpenApiCustomizer {

    private static final Map<Integer, String> MEANING = Map.of(
            400, "A field is missing, unknown or unusable: errors names it.",
            401, "Sign in first, or again.",
            404, "Not there, or not yours.",
            409, "Something else is true by now: read the sentence, look again.",
            410, "It was there, and its time is over.",
            413, "Too large.",
            415, "In a format this route does not read.",
            422, "Understood and against a rule: the sentence says which.",
            429, "Too often: come back after Retry-After seconds.",
            503, "The database or a provider is away: the same key may be sent again after Retry-After seconds.");

    private static final Set<Integer> ALWAYS = Set.of(400, 401, 429, 503);
    private static final Set<Integer> WITH_RETRY_AFTER = Set.of(429, 503);

    @Override
    public void customise(OpenAPI api) {
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
        MEANING.forEach((status, meaning) -> api.getComponents().addResponses(name(status), answer(status, meaning)));
        api.getPaths()
                .forEach((path, route) ->
                        route.readOperationsMap().forEach((method, operation) -> refuse(path, method, operation)));
    }

    private static void refuse(String path, HttpMethod method, Operation operation) {
        var statuses = new TreeSet<>(ALWAYS);
        // a body too may name what is not there
        if (path.contains("{") || operation.getParameters() != null || operation.getRequestBody() != null) {
            statuses.add(404);
        }
        if (method != HttpMethod.GET) {
            statuses.addAll(Set.of(409, 410, 413, 415, 422));
        }
        statuses.forEach(it -> operation
                .getResponses()
                .addApiResponse(String.valueOf(it), new ApiResponse().$ref("#/components/responses/" + name(it))));
    }

    private static ApiResponse answer(int status, String meaning) {
        var problem = new Schema<>().$ref("#/components/schemas/Problem");
        var answer = new ApiResponse()
                .description(meaning)
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(problem)));
        return WITH_RETRY_AFTER.contains(status)
                ? answer.addHeaderObject("Retry-After", new Header().schema(new IntegerSchema()))
                : answer;
    }

    private static String name(int status) {
        return "Refused" + status;
    }
}
