package tuanju.apidocs;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.PostMapping;
import tuanju.command.CommandKey;
import tuanju.community.Code;
import tuanju.member.SignedIn;

/** What /v3/api-docs says beside the routes themselves: bearer tokens, and the key that makes a repeat harmless. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String KEY = "Idempotency-Key";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(CommandKey.class, SignedIn.class)
                .replaceWithSchema(Code.class, new StringSchema());
    }

    @Bean
    OpenAPI tuanjuApi() {
        var bearer = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer");
        return new OpenAPI()
                .info(new Info()
                        .title("Tuanju 团聚")
                        .version("v1")
                        .description("Times are ISO-8601 UTC, money is in fen. Errors follow RFC 9457 with a stable"
                                + " type urn:tuanju:problem:…; unknown fields are refused."))
                .components(new Components().addSecuritySchemes("bearer", bearer))
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
    }

    /** The first to be registered is the last to be asked: {@link RecordFields} looks at what this one made. */
    @Bean
    @Order(0)
    ModelResolver namedThings(ObjectMapperProvider mappers) {
        ObjectMapper mapper = mappers.jsonMapper();
        return new ModelResolver(mapper, new ThingNames());
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
                .schema(new StringSchema().maxLength(200))
                .description("Of your own choice: the same key and body get the same answer for a day, and one effect."
                        + " Only what creates nothing, such as a dry run, goes without.");
    }
}
