package tuanju.database;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

@DisplayName("W-05 The log of a fall of the database")
class OutagesInOneLineTest {

    private static final Exception AWAY = new CannotGetJdbcConnectionException(
            "Failed to obtain JDBC Connection",
            new SQLException("Connection to 127.0.0.1:5432 refused.\nCheck that it runs", "08001"));

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = logger();

    static Stream<BiConsumer<Logger, Exception>> waysToSayIt() {
        return Stream.of(
                (log, why) -> log.error("Job {} waits", "payments", why),
                (log, why) -> log.error("Job payments waits", why),
                (log, why) -> log.error("Job {} waits{}{}", "payments", "", "", why),
                (log, why) -> log.atError().setCause(why).log("Job payments waits"));
    }

    @ParameterizedTest
    @MethodSource("waysToSayIt")
    @DisplayName("has one line for each who met it, with the cause and no stack")
    void oneLineForEach(BiConsumer<Logger, Exception> says) {
        says.accept(logger, AWAY);
        assertThat(log.list).singleElement().satisfies(it -> {
            assertThat(it.getThrowableProxy()).isNull();
            assertThat(it.getLevel()).isEqualTo(Level.ERROR);
            assertThat(it.getFormattedMessage())
                    .startsWith("Job payments waits: SQLException \"Connection to 127.0.0.1:5432 refused.\"")
                    .doesNotContain("\n");
        });
    }

    @Test
    @DisplayName("keeps the stack of everything else, and says nothing that nobody asked for")
    void everythingElseKeepsItsStack() {
        logger.error("Broken", new IllegalStateException());
        logger.debug("Nobody listens", AWAY);
        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).isEqualTo(List.of("Broken"));
        assertThat(log.list.getFirst().getThrowableProxy()).isNotNull();
    }

    private Logger logger() {
        var context = new LoggerContext();
        var filter = new OutagesInOneLine();
        filter.setContext(context);
        filter.start();
        context.addTurboFilter(filter);
        var logger = context.getLogger("test");
        logger.setLevel(Level.INFO);
        log.setContext(context);
        log.start();
        logger.addAppender(log);
        return logger;
    }
}
