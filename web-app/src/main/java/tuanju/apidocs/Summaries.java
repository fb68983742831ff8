package tuanju.apidocs;

import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What every operation does for whom, in one sentence; see apidocs/summaries.json. */
@Order(4)
@Component
class Summaries implements OpenApiCustomizer {

    private final Map<String, String> sentences = read();

    @Override
    public void customise(OpenAPI api) {
        api.getPaths()
                .forEach((path, route) -> route.readOperationsMap()
                        .forEach((method, operation) -> operation.setSummary(sentences.get(method + " " + path))));
    }

    private static Map<String, String> read() {
        try (var file = new ClassPathResource("apidocs/summaries.json").getInputStream()) {
            return new JsonMapper().readValue(file, new TypeReference<Map<String, String>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
