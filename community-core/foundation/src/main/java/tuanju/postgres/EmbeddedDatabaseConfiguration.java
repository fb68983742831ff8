package tuanju.postgres;

import java.io.IOException;
import java.nio.file.Path;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tuanju.database.MigrationConfiguration;

/**
 * Starts the embedded database when nobody named a server by {@code spring.datasource.url}. Its tables are changed as their
 * owner; the program works as a role that reads and writes rows.
 */
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
    FlywayConnectionDetails embeddedOwner(KeptServer server) {
        EmbeddedRoles.make(
                JdbcClient.create(MigrationConfiguration.unhurried(server.jdbcUrl(), EmbeddedRoles.OWNER, "")));
        return new Owner(server.jdbcUrl());
    }

    @Bean
    JdbcConnectionDetails embeddedProgram(KeptServer server) {
        return new Program(server.jdbcUrlAs(EmbeddedRoles.PROGRAM));
    }

    private record Owner(String getJdbcUrl) implements FlywayConnectionDetails {

        @Override
        public String getUsername() {
            return EmbeddedRoles.OWNER;
        }

        @Override
        public String getPassword() {
            return "";
        }
    }

    private record Program(String getJdbcUrl) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return EmbeddedRoles.PROGRAM;
        }

        @Override
        public String getPassword() {
            return "";
        }
    }
}
