package tuanju.page;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import tuanju.live.LiveTopics;

/** A shop that anybody may enter. */
@TestConfiguration(proxyBeanMethods = false)
class Shop {

    @Bean
    ShopPages shopPages(LiveTopics topics, JdbcClient database) {
        return new ShopPages(topics, database);
    }

    @Bean
    @Order(1)
    SecurityFilterChain openDoor(HttpSecurity http) {
        return http.securityMatcher("/**").csrf(AbstractHttpConfigurer::disable).build();
    }
}
