package support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.testcontainers.postgresql.PostgreSQLContainer;
import tuanju.database.EmbeddedDatabase;

/** One database for a test run: a PostgreSQL container where a Docker engine answers, else an embedded one. */
@TestConfiguration(proxyBeanMethods = false)
@Import(CheapPasswords.class)
public class TestDatabase {

    private record Server(String url, String user, String password) {}

    private static final class Holder {
        private static final Server SERVER = open();

        private static Server open() {
            try {
                return dockerAnswers() ? container() : embedded();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static boolean dockerAnswers() {
            boolean named = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
            return named && org.testcontainers.DockerClientFactory.instance().isDockerAvailable();
        }

        private static Server container() {
            var container = new PostgreSQLContainer("postgres:18-alpine");
            container.start();
            return new Server(container.getJdbcUrl(), container.getUsername(), container.getPassword());
        }

        private static Server embedded() throws IOException {
            var postgres = EmbeddedDatabase.throwAway();
            // after all contexts are closed: the event registry asks the database while closing
            SpringApplication.getShutdownHandlers().add(() -> {
                try {
                    postgres.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return new Server(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "");
        }
    }

    @Bean
    JdbcConnectionDetails testConnectionDetails() {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return Holder.SERVER.user();
            }

            @Override
            public String getPassword() {
                return Holder.SERVER.password();
            }

            @Override
            public String getJdbcUrl() {
                return Holder.SERVER.url();
            }
        };
    }
}
