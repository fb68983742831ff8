package tuanju.security;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the token filter inside the API's chain: Spring Boot would put every filter bean before all requests. */
@Configuration(proxyBeanMethods = false)
class FilterRegistrations {
    @Bean
    FilterRegistrationBean<BearerTokens> bearerTokensOnlyInTheirChain(BearerTokens filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
