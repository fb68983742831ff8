package tuanju.upkeep;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.GitProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tuanju.sandbox.SandboxListed;
import tuanju.upkeep.Versions.Setting;

/** What was built, what it runs on and how it was set up. */
@Component
@RequiredArgsConstructor
class VersionSources {

    private final ObjectProvider<GitProperties> git;
    private final Environment environment;
    private final ProgramSources sources;

    Versions versions() {
        return new Versions(
                built("build.version"),
                built("commit.id.abbrev"),
                Runtime.version().toString(),
                sources.postgres(),
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                settings());
    }

    /** Named one by one: whatever else is set may be a secret. */
    private List<Setting> settings() {
        boolean embedded = environment.getProperty("spring.datasource.url", "").isEmpty();
        return List.of(
                new Setting("profile", String.join(", ", environment.getActiveProfiles())),
                new Setting("address", environment.getProperty("tuanju.base-url", "")),
                new Setting("database", embedded ? "embedded" : "server"),
                new Setting(
                        "data",
                        Path.of(environment.getProperty("tuanju.data", "./data"))
                                .toAbsolutePath()
                                .normalize()
                                .toString()),
                new Setting("payment", String.join(", ", SandboxListed.providers(environment))),
                new Setting("sms", environment.getProperty("tuanju.sms", "")),
                new Setting("demo", environment.getProperty("tuanju.demo", "false")));
    }

    private String built(String key) {
        var known = git.getIfAvailable();
        return known == null ? "" : Objects.requireNonNullElse(known.get(key), "");
    }
}
