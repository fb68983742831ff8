package tuanju;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.yaml.snakeyaml.Yaml;

/** No container engine is at hand where this runs, so the compose file is at least read as one would read it. */
class ComposeTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static final Pattern USES = Pattern.compile("uses: +(\\S+)");

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
    @SuppressWarnings("unchecked")
    @DisplayName("A-62 what arrives on this machine's port comes from the network's gateway, and that is the proxy")
    void theProxyIsTheGatewayOfItsNetwork() {
        var app = services.get("app");
        assertThat((List<String>) app.get("ports")).containsExactly("127.0.0.1:8080:8080");
        var addresses = (Map<String, List<Map<String, String>>>)
                Objects.requireNonNull(part("networks").get("default")).get("ipam");
        var configs = addresses.get("config");
        assertThat(configs).singleElement().satisfies(it -> {
            assertThat(entries(app).get("TUANJU_PROXY")).isEqualTo("${TUANJU_PROXY:-" + it.get("gateway") + "}");
            assertThat(new IpAddressMatcher(it.get("subnet")).matches(it.get("gateway")))
                    .isTrue();
        });
    }

    @Test
    void theAppStartsInProductionOnceTheDatabaseIsHealthy() {
        var app = services.get("app");
        assertThat(entries(app)).containsEntry("SPRING_PROFILES_ACTIVE", "production");
        assertThat(app.get("depends_on")).isEqualTo(Map.of("postgres", Map.of("condition", "service_healthy")));
    }

    @Test
    @DisplayName("W-18 the program works as a role that owns nothing, and each of the three passwords is its own")
    void theProgramIsNotTheOwner() {
        var app = entries(services.get("app"));
        var database = entries(services.get("postgres"));
        assertThat(app.get("SPRING_DATASOURCE_USERNAME"))
                .isEqualTo("tuanju_app")
                .isNotEqualTo(database.get("POSTGRES_USER"));
        assertThat(app.get("SPRING_FLYWAY_PASSWORD")).isEqualTo(database.get("OWNER_PASSWORD"));
        assertThat(app.get("SPRING_DATASOURCE_PASSWORD")).isEqualTo(database.get("PROGRAM_PASSWORD"));
        assertThat(List.of(
                        database.get("POSTGRES_PASSWORD"),
                        database.get("OWNER_PASSWORD"),
                        database.get("PROGRAM_PASSWORD")))
                .doesNotHaveDuplicates();
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

    @Test
    @DisplayName("W-18 no image and no build step changes under us: each is named by its digest")
    void everyImageAndBuildStepIsPinned() throws IOException {
        var named = new ArrayList<String>();
        services.values().stream()
                .map(it -> it.get("image"))
                .filter(Objects::nonNull)
                .forEach(it -> named.add("" + it));
        named.addAll(words("web-app/Dockerfile", Pattern.compile("(?m)^FROM (\\S+)")));
        try (var workflows = Files.list(ROOT.resolve(".github/workflows"))) {
            workflows.forEach(it -> named.addAll(words(".github/workflows/" + it.getFileName(), USES)));
        }
        assertThat(named).hasSizeGreaterThan(5).allMatch(it -> it.matches("\\S+@(sha256:[0-9a-f]{64}|[0-9a-f]{40})"));
    }

    private static List<String> words(String file, Pattern pattern) {
        try {
            return pattern.matcher(Files.readString(ROOT.resolve(file)))
                    .results()
                    .map(it -> it.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> entries(Map<String, Object> service) {
        return (Map<String, Object>) service.get("environment");
    }

    private static Map<String, Map<String, Object>> services() {
        return part("services");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> part(String name) {
        try (var file = Files.newBufferedReader(ROOT.resolve("docker-compose.yml"))) {
            Map<String, Object> compose = new Yaml().load(file);
            return (Map<String, Map<String, Object>>) Objects.requireNonNull(compose.get(name), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
