package tuanju.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Puts a pool for work in the background ({@code tuanju.database.background}) beside the one that Spring Boot makes. */
@Configuration(proxyBeanMethods = false)
class PoolsConfiguration {

    @Bean
    static SecondPool secondPool(Environment environment) {
        return new SecondPool(environment);
    }

    /** Behind the back of everybody who uses the data source, and before whoever wraps it: none of them has to know. */
    @RequiredArgsConstructor
    static final class SecondPool implements DestructionAwareBeanPostProcessor, Ordered {

        private final Environment environment;
        private @Nullable HikariDataSource background;

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (!(bean instanceof HikariDataSource requests)) {
                return bean;
            }
            background = beside(requests);
            return new TwoPools(requests, background);
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        private HikariDataSource beside(HikariDataSource requests) {
            var config = new HikariConfig();
            config.setJdbcUrl(requests.getJdbcUrl());
            config.setUsername(requests.getUsername());
            config.setPassword(requests.getPassword());
            Binder.get(environment).bind("tuanju.database.background", Bindable.ofInstance(config));
            return new HikariDataSource(config);
        }

        @Override
        public boolean requiresDestruction(Object bean) {
            return bean instanceof HikariDataSource;
        }

        @Override
        public void postProcessBeforeDestruction(Object bean, String name) {
            if (bean instanceof HikariDataSource && background != null) {
                background.close();
            }
        }
    }
}
