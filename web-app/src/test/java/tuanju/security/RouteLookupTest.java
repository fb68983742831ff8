package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.EmbeddedValueResolver;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.UriComponentsBuilder;

@DisplayName("A request reaches the handler that it would reach if every route were looked at")
class RouteLookupTest extends AtEveryDoor {

    private final RequestMappingHandlerMapping plain = new RequestMappingHandlerMapping();
    private final RequestMappingHandlerMapping quick;

    @Autowired
    RouteLookupTest(ConfigurableApplicationContext program) {
        quick = program.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        plain.setApplicationContext(program);
        plain.setEmbeddedValueResolver(new EmbeddedValueResolver(program.getBeanFactory()));
    }

    @BeforeAll
    void everyRouteIsKnown() {
        plain.afterPropertiesSet();
        var found = plain.getHandlerMethods().keySet();
        quick.getHandlerMethods().forEach((route, handler) -> {
            if (!found.contains(route)) {
                plain.registerMapping(route, handler.getBean(), handler.getMethod());
            }
        });
        assertThat(quick.getClass().getSimpleName()).isEqualTo("RouteLookup");
    }

    @Test
    void everyRouteOfTheTable() {
        int reached = 0;
        for (var row : Routes.table()) {
            var path = row.path(world.examples());
            var handler = found(quick, row.method(), path);
            assertThat(handler).as(row.route()).isEqualTo(found(plain, row.method(), path));
            reached += handler.equals("nothing") ? 0 : 1;
        }
        assertThat(reached).isGreaterThan(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%6Frders/X",
                "/orders;a=1/X",
                "/orders/%2e%2e",
                "/t/X%20Y",
                "/t/",
                "/nosuch",
                "/",
                "/orders/",
                "/c",
                "//orders/X",
                "/orders//X",
                "/api/v1/",
                "/api/v1//teams/X",
                "/api/v1/teams",
                "/api/v1/teamsX",
                "/operate/orders.csv",
                "/a/b/c/d/e/f/g/h/i/j/k"
            })
    void howeverAnAddressIsWritten(String path) {
        for (var method : new String[] {"GET", "POST", "DELETE"}) {
            assertThat(found(quick, method, path)).isEqualTo(found(plain, method, path));
        }
    }

    /** The handler, or what is said instead. */
    private static String found(RequestMappingHandlerMapping routes, String method, String path) {
        var asked = UriComponentsBuilder.fromUriString(path).build();
        var request = new MockHttpServletRequest(method, asked.getPath());
        asked.getQueryParams().forEach((name, values) -> request.addParameter(name, values.toArray(String[]::new)));
        ServletRequestPathUtils.parseAndCache(request);
        try {
            var chain = routes.getHandler(request);
            return chain == null ? "nothing" : chain.getHandler().toString();
        } catch (ServletException e) {
            return e.toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
