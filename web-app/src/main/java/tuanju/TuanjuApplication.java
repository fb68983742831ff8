package tuanju;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Tuanju, the platform for community group buying. */
@SpringBootApplication
@Modulithic(systemName = "Tuanju")
public class TuanjuApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(TuanjuApplication.class, arguments);
    }
}
