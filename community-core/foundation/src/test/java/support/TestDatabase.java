package support;

import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * A database of its own for each context. Whatever one leaves behind, an event that nobody could hear or a job that died,
 * no other context finds it.
 * Requests are answered as the program's own role, so that what it may not do is seen; tests, and with them jobs and
 * listeners, work as the owner, because they plant what nobody may.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import({CheapPasswords.class, Jobs.class})
public class TestDatabase {

    @Bean
    JdbcConnectionDetails testConnectionDetails() {
        return new Program(TestServer.ofThisRun(), TestServer.ofThisRun().createDatabase());
    }

    @Bean
    FlywayConnectionDetails testOwner(JdbcConnectionDetails program) {
        return new Owner(TestServer.ofThisRun(), program.getJdbcUrl());
    }

    private record Program(TestServer server, String database) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return TestServer.PROGRAM;
        }

        @Override
        public String getPassword() {
            return server.password();
        }

        @Override
        public String getJdbcUrl() {
            return server.url(database);
        }
    }

    private record Owner(TestServer server, String getJdbcUrl) implements FlywayConnectionDetails {

        @Override
        public String getUsername() {
            return server.user();
        }

        @Override
        public String getPassword() {
            return server.password();
        }
    }
}
