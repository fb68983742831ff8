package tuanju.apidocs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A route that answers with a paper or a workbook says so. */
@Order(1)
@Component
class Files implements OpenApiCustomizer {

    private static final Map<String, String> TYPES = Map.of(
            ".pdf", "application/pdf",
            ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    @Override
    public void customise(OpenAPI api) {
        TYPES.forEach((ending, type) -> api.getPaths().forEach((path, route) -> {
            if (path.endsWith(ending)) {
                say(route, type);
            }
        }));
    }

    private static void say(PathItem route, String type) {
        var file = new Content().addMediaType(type, new MediaType().schema(new BinarySchema()));
        route.readOperations()
                .forEach(it -> it.getResponses()
                        .addApiResponse(
                                "200", new ApiResponse().description("OK").content(file)));
    }
}
