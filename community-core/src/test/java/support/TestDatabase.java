package support;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * A database of its own for each context. Whatever one leaves behind, an event that nobody could hear or a job that died,
 * no other context finds it.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import({CheapPasswords.class, Jobs.class, Residents.class})
public class TestDatabase {

    @Bean
    JdbcConnectionDetails testConnectionDetails() {
        return new Connection(TestServer.ofThisRun(), TestServer.ofThisRun().createDatabase());
    }

    private record Connection(TestServer server, String database) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return server.user();
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
}
