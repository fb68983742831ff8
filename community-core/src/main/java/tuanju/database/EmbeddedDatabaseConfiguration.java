package tuanju.database;

import java.io.IOException;
import java.nio.file.Path;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the embedded database when nobody named a server by {@code spring.datasource.url}. */
@Slf4j
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${spring.datasource.url:}' == '' and ${tuanju.database.embedded:true}")
class EmbeddedDatabaseConfiguration {

    @Bean(destroyMethod = "close")
    KeptServer keptServer(@Value("${tuanju.data:./data}") Path directory) throws IOException {
        var kept = directory.toAbsolutePath().normalize();
        var server = EmbeddedDatabase.keptIn(kept);
        log.info("Embedded PostgreSQL on port {}, data in {}", server.port(), kept);
        return server;
    }

    @Bean
    JdbcConnectionDetails embeddedConnectionDetails(KeptServer server) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return server.jdbcUrl();
            }
        };
    }
}
