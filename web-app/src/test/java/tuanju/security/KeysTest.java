package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.command.CommandKey;

/** Whoever creates something over the API can ask again without having it twice. */
@WebTest
class KeysTest {

    /**
     * They end nothing and sell nothing: a code or question again is the same, a token a door of its own, a quote only read, a
     * claim or a campaign only looked at.
     */
    private static final Set<String> WITHOUT = Set.of(
            "/api/v1/codes",
            "/api/v1/coupon-campaigns/previews",
            "/api/v1/member-days/previews",
            "/api/v1/operator/claims/looks",
            "/api/v1/operator/coupons/previews",
            "/api/v1/operator/member-days/previews",
            "/api/v1/operator/variant-sheets/previews",
            "/api/v1/questions",
            "/api/v1/quotes",
            "/api/v1/tokens");

    @Autowired
    Map<String, RequestMappingHandlerMapping> mappings;

    @Autowired
    MockMvcTester mvc;

    @Test
    @DisplayName("W-17 A-26 every POST of the API takes a key, but codes, questions, tokens, quotes and looks")
    void everyPostOfTheApiTakesAKey() {
        assertThat(posts().filter(it -> !takesKey(it.getValue())).map(Map.Entry::getKey))
                .isSubsetOf(WITHOUT);
    }

    @Test
    @DisplayName("W-17 the documentation says that the key is required")
    void theDocumentationSaysSo() {
        var documented = ApiClient.body(mvc.get().uri("/v3/api-docs").exchange());
        var required = posts().filter(it -> needsKey(it.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(required).hasSizeGreaterThan(10).allSatisfy(path -> {
            List<Boolean> said = JsonPath.read(
                    documented, "$.paths['%s'].post.parameters[?(@.name=='Idempotency-Key')].required".formatted(path));
            assertThat(said).as(path).containsExactly(true);
        });
    }

    private Stream<Map.Entry<String, HandlerMethod>> posts() {
        return mappings.values().stream()
                .flatMap(it -> it.getHandlerMethods().entrySet().stream())
                .filter(it -> it.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(it -> it.getKey().getPatternValues().stream().map(path -> Map.entry(path, it.getValue())))
                .filter(it -> it.getKey().startsWith("/api/"));
    }

    /** All but those that can be asked what would come of it. */
    private static boolean needsKey(HandlerMethod handler) {
        return Stream.of(handler.getMethodParameters())
                .anyMatch(it -> it.getParameterType() == CommandKey.class && !it.isOptional());
    }

    private static boolean takesKey(HandlerMethod handler) {
        return Stream.of(handler.getMethodParameters()).anyMatch(it -> it.getParameterType() == CommandKey.class);
    }
}
