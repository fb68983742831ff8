package tuanju.database;

import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import lombok.extern.slf4j.Slf4j;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Migrations beside a program that is in use: one may take as long as it needs, but waits for a lock for 2 s only, because
 * everybody else queues behind it. Then it steps back, all of it, and tries again.
 */
@Slf4j
@Configuration(proxyBeanMethods = false)
public class MigrationConfiguration {

    static final String LIMITS = "-c lock_timeout=2s -c statement_timeout=0 -c tcp_user_timeout=30s";
    private static final int TRIES = 30;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    @Bean
    FlywayConfigurationCustomizer connectionsWithoutHurry(FlywayConnectionDetails owner, JdbcConnectionDetails user) {
        var url = Objects.requireNonNullElse(owner.getJdbcUrl(), user.getJdbcUrl());
        // the tables may belong to another role than the program's own
        return flyway -> flyway.dataSource(
                owner.getUsername() == null
                        ? unhurried(url, user.getUsername(), user.getPassword())
                        : unhurried(url, owner.getUsername(), owner.getPassword()));
    }

    @Bean
    FlywayMigrationStrategy againWhenSomethingIsLocked() {
        return MigrationConfiguration::migrate;
    }

    /** Connections to this address that wait for a lock as briefly as migrations do, and for an answer as long as it takes. */
    public static SimpleDriverDataSource unhurried(String url, @Nullable String user, @Nullable String password) {
        var properties = new Properties();
        properties.setProperty("options", LIMITS);
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        return new SimpleDriverDataSource(new Driver(), url, properties);
    }

    static void migrate(Flyway flyway) {
        for (int tried = 1; ; tried++) {
            try {
                flyway.migrate();
                return;
            } catch (FlywayException e) {
                if (tried == TRIES || !Outage.isBehind(e)) {
                    throw e;
                }
                log.warn("A migration stepped back and is tried again: {}", e.getMessage());
                pause(tried);
            }
        }
    }

    private static void pause(int tried) {
        var pause = Duration.ofSeconds(tried);
        LockSupport.parkNanos((pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE).toNanos());
    }
}
