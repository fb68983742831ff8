package tuanju.page;

import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Has routes looked up by {@link RouteLookup}. */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

    @Bean
    WebMvcRegistrations routeLookup() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new RouteLookup();
            }
        };
    }
}
