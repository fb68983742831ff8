package tuanju;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** No container engine is at hand where this runs, so the compose file is at least read as one would read it. */
class ComposeTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private final Map<String, Map<String, Object>> services = services();

    @Test
    void everyServiceHasAHealthCheckAndKeepsItsDataInAVolume() {
        assertThat(services).containsOnlyKeys("postgres", "app");
        services.forEach((name, service) -> {
            assertThat(service).as(name).containsKeys("healthcheck", "volumes", "restart");
        });
    }

    @Test
    void noSecretStandsInTheFile() {
        services.values().stream()
                .flatMap(it -> entries(it).entrySet().stream())
                .filter(it -> it.getKey().matches(".*(PASSWORD|SECRET|KEY|TOKEN).*"))
                .forEach(it ->
                        assertThat(it.getValue().toString()).as(it.getKey()).matches("\\$\\{[A-Z_]+:\\?.+}"));
    }

    @Test
    void theAppStartsInProductionOnceTheDatabaseIsHealthy() {
        var app = services.get("app");
        assertThat(entries(app)).containsEntry("SPRING_PROFILES_ACTIVE", "production");
        assertThat(app.get("depends_on")).isEqualTo(Map.of("postgres", Map.of("condition", "service_healthy")));
    }

    @Test
    void theImageIsBuiltFromFilesThatExist() throws IOException {
        var dockerfile = ROOT.resolve("web-app/Dockerfile");
        List<String> copied = Files.readAllLines(dockerfile).stream()
                .filter(it -> it.startsWith("COPY ") && !it.contains("--from"))
                .flatMap(it -> List.of(it.split(" ")).subList(1, it.split(" ").length - 1).stream())
                .toList();
        assertThat(copied)
                .isNotEmpty()
                .allSatisfy(it -> assertThat(ROOT.resolve(it)).exists());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> entries(Map<String, Object> service) {
        return (Map<String, Object>) service.get("environment");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services() {
        try (var file = Files.newBufferedReader(ROOT.resolve("docker-compose.yml"))) {
            Map<String, Object> compose = new Yaml().load(file);
            return (Map<String, Map<String, Object>>) compose.get("services");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
