package tuanju.journeys;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import support.Jobs;
import support.Residents;
import support.TestDatabase;
import tuanju.TuanjuApplication;

/** A walk through the whole program with its demo community, in a real browser. All journeys share one program. */
@SpringBootTest(
        classes = TuanjuApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "tuanju.demo=true",
            "tuanju.per-address.codes-per-hour=10000",
            "tuanju.per-address.code-tries-per-hour=10000",
            "tuanju.per-address.password-tries-per-hour=10000"
        })
@Import({TestDatabase.class, Residents.class, Neighbours.class, Jobs.class, Rewards.class})
@ActiveProfiles("test")
public abstract class Journey {

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    protected Neighbours neighbours;

    /** Somebody who has never been here. */
    protected Walker walker(Screen screen) {
        return walker(screen, it -> it);
    }

    /** Somebody with a browser of their own kind: no script, another language, dark. */
    protected Walker walker(Screen screen, UnaryOperator<NewContextOptions> options) {
        return chromium.walker("http://localhost:" + port, screen, options);
    }

    /** A demo leader in front of their pages. */
    protected Walker leader(Screen screen) {
        return walker(screen).signInByPassword("13800000001");
    }

    /** The demo operator in front of their pages. */
    protected Walker operator(Screen screen) {
        return walker(screen).signInByPassword("13800000009");
    }
}
