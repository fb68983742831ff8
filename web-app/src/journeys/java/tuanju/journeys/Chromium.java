package tuanju.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The one browser of a test run. After each journey it asks everybody's page whether anything went wrong unseen. */
final class Chromium implements BeforeEachCallback, AfterEachCallback {

    private static final Path PROGRAM =
            Path.of(System.getenv().getOrDefault("TUANJU_CHROMIUM", "/usr/bin/chromium"));
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** A page may come late on a busy machine; one that never comes is a failure all the same. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Walker> walkers = new ArrayList<>();
    private Running running = new Running(null, null);

    private record Running(Playwright playwright, Browser browser) implements AutoCloseable {

        static Running start() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
            var alone = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
            var playwright = Playwright.create(alone);
            var how = new LaunchOptions().setExecutablePath(PROGRAM).setArgs(FLAGS);
            return new Running(playwright, playwright.chromium().launch(how));
        }

        @Override
        public void close() {
            playwright.close();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        running = context.getRoot()
                .getStore(Namespace.create(Chromium.class))
                .computeIfAbsent(Running.class, it -> Running.start(), Running.class);
    }

    Walker walker(String base, Screen screen, UnaryOperator<NewContextOptions> options) {
        var usual = new NewContextOptions()
                .setBaseURL(base)
                .setViewportSize(screen.width, screen.height)
                .setHasTouch(screen == Screen.PHONE)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai");
        var walker = new Walker(running.browser().newContext(options.apply(usual)), screen);
        walkers.add(walker);
        return walker;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        boolean failed = context.getExecutionException().isPresent();
        var test = context.getRequiredTestMethod().getName();
        var problems = new ArrayList<String>();
        for (var walker : walkers) {
            if (failed) {
                walker.photograph("failed-" + test + "-" + walkers.indexOf(walker));
            }
            problems.addAll(walker.problems());
            walker.leave();
        }
        assertThat(problems).as("what the browser complained about").isEmpty();
    }
}
