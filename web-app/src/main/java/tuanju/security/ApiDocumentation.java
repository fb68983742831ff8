package tuanju.security;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.json.JsonMapper;
import tuanju.command.CommandKey;
import tuanju.member.SignedIn;

/** What /v3/api-docs says beside the routes themselves: bearer tokens, and the key that makes a repeat harmless. */
@Configuration(proxyBeanMethods = false)
class ApiDocumentation {

    private static final String KEY = "Idempotency-Key";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CommandKey.class, SignedIn.class);
    }

    @Bean
    OpenAPI tuanjuApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Tuanju 团聚")
                        .version("v1")
                        .description("Times are ISO-8601 UTC, money is in fen. Errors follow RFC 9457 with a stable"
                                + " type urn:tuanju:problem:…; unknown fields are refused."))
                .components(new Components()
                        .addSecuritySchemes(
                                "bearer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
    }

    /** How one becomes a member and gets in, with an invented phone; for a token a password does instead of the code. */
    private static final Map<String, String> WAYS_IN = Map.of(
            "/api/v1/codes", "{\"phone\": \"13800000101\"}",
            "/api/v1/members",
                    "{\"phone\": \"13800000101\", \"code\": \"123456\", \"name\": \"小李\", \"password\": \"lantern over the river\"}",
            "/api/v1/tokens", "{\"phone\": \"13800000101\", \"code\": \"123456\"}");

    @Bean
    OpenApiCustomizer examplesOfTheWaysIn(JsonMapper json) {
        return api -> WAYS_IN.forEach((path, example) -> Optional.ofNullable(
                        api.getPaths().get(path))
                .map(PathItem::getPost)
                .map(Operation::getRequestBody)
                .map(RequestBody::getContent)
                .ifPresent(content ->
                        content.values().forEach(it -> it.setExample(json.readValue(example, Map.class)))));
    }

    @Bean
    OperationCustomizer idempotencyKeyHeader() {
        return (operation, handler) -> {
            boolean said = operation.getParameters() != null
                    && operation.getParameters().stream().anyMatch(it -> KEY.equals(it.getName()));
            Arrays.stream(handler.getMethodParameters())
                    .filter(it -> !said && it.getParameterType() == CommandKey.class)
                    .map(it -> handler.hasMethodAnnotation(PostMapping.class) && !it.isOptional())
                    .forEach(required -> operation.addParametersItem(key().required(required)));
            return operation;
        };
    }

    private static Parameter key() {
        return new HeaderParameter()
                .name(KEY)
                .description("Of your own choice: the same key and body get the same answer for a day, and one effect."
                        + " Only what creates nothing, such as a dry run, goes without.");
    }
}
