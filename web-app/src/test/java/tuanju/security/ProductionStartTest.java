package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

@DisplayName("A production start")
class ProductionStartTest {

    private static final Map<String, Object> COMPLETE = Map.of(
            "spring.datasource.url", "jdbc:postgresql://db:5432/tuanju",
            "spring.datasource.username", "tuanju_app",
            "spring.datasource.password", "long and random",
            "spring.flyway.user", "tuanju_owner",
            "spring.flyway.password", "long and random too",
            "tuanju.base-url", "https://tuanju.example",
            "tuanju.secret", "0123456789abcdef0123456789abcdef",
            "tuanju.sms-url", "https://sms.example/send");

    @Test
    void startsWithEverythingInPlace() {
        assertThat(missing(COMPLETE)).isEmpty();
    }

    @Test
    @DisplayName("A-79 names each missing secret in one sentence")
    void namesEachMissingSecret() {
        assertThat(missing(Map.of())).hasSize(8);
        COMPLETE.keySet().forEach(name -> {
            var without = new HashMap<>(COMPLETE);
            without.remove(name);
            var variable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
            assertThat(missing(without)).singleElement().asString().startsWith(variable + ": ");
        });
    }

    @Test
    void refusesPlainHttpAndShortSecrets() {
        var weak = new HashMap<>(COMPLETE);
        weak.put("tuanju.base-url", "http://tuanju.example");
        weak.put("tuanju.secret", "secret");
        assertThat(missing(weak)).hasSize(2);
        weak.put("tuanju.base-url", "https://tuanju.example/shop");
        assertThat(missing(weak)).hasSize(2);
    }

    @Test
    @DisplayName("W-18 A-62 shows nobody the API's description and believes no header")
    void isClosed() throws IOException {
        var closed = new StandardEnvironment();
        for (var file : List.of("application-production.yml", "application.yml")) {
            new YamlPropertySourceLoader()
                    .load(file, new ClassPathResource(file))
                    .forEach(closed.getPropertySources()::addLast);
        }
        assertThat(closed.getProperty("springdoc.api-docs.enabled")).isEqualTo("false");
        assertThat(closed.getProperty("server.forward-headers-strategy")).isEqualTo("none");
    }

    @Test
    void saysWhatToDoWhenThePortIsTaken() {
        var analysis = new BusyPortAnalyzer().analyze(new PortInUseException(8080));
        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).contains("8080").contains("taken");
        assertThat(analysis.getAction()).contains("SERVER_PORT=8081");
    }

    private static List<String> missing(Map<String, Object> settings) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(it -> environment.getPropertySources().remove(it.getName()));
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        return ProductionSecrets.missing(environment);
    }
}
