package tuanju.apidocs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** An example of every body, with invented people and codes; see apidocs/examples.json. */
@Order(3)
@Component
class BodyExamples implements OpenApiCustomizer {

    private static final String JSON = "application/json";

    private final Map<String, Object> examples = read();

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().forEach(this::show);
    }

    private void show(String path, PathItem route) {
        route.readOperationsMap().forEach((method, operation) -> {
            var example = examples.get(method + " " + path);
            jsonOf(operation).filter(it -> example != null).ifPresent(it -> it.setExample(example));
        });
    }

    private static Optional<MediaType> jsonOf(Operation operation) {
        return Optional.ofNullable(operation.getRequestBody())
                .map(RequestBody::getContent)
                .map(content -> content.get(JSON));
    }

    @SuppressWarnings("unchecked") // the file is ours
    private static Map<String, Object> read() {
        try (var file = new ClassPathResource("apidocs/examples.json").getInputStream()) {
            return new JsonMapper().readValue(file, Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
