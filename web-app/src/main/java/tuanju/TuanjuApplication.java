package tuanju;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.modulith.Modulithic;
import tuanju.postgres.DataCommands;

/** Tuanju, the platform for community group buying. */
@SpringBootApplication
@Modulithic(systemName = "Tuanju")
public class TuanjuApplication {

    private static final String DATA = "--tuanju.data=";

    public static void main(String[] arguments) {
        var words = Arrays.stream(arguments).filter(it -> !it.startsWith("--")).toArray(String[]::new);
        if (words.length > 0) {
            // a command answers in its own words
            LoggingSystem.get(TuanjuApplication.class.getClassLoader())
                    .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        }
        var commands = new DataCommands(dataFolder(arguments), System.out, Clock.systemUTC());
        commands.run(words)
                .ifPresentOrElse(System::exit, () -> SpringApplication.run(TuanjuApplication.class, arguments));
    }

    private static Path dataFolder(String[] arguments) {
        var named = Arrays.stream(arguments)
                .filter(it -> it.startsWith(DATA))
                .map(it -> it.substring(DATA.length()))
                .findFirst()
                .or(() -> Optional.ofNullable(System.getenv("TUANJU_DATA")));
        return Path.of(named.orElse("./data")).toAbsolutePath().normalize();
    }
}
