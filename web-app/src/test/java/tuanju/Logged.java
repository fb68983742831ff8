package tuanju;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Listens to a logger, and at more than it usually says where a test wants to hear it; closed, all is as before. */
public final class Logged implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger;
    private final @Nullable Level before;
    private final AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(whole(event));
        }
    };

    /** Everything that the program would write into its log. */
    public static Logged everything() {
        return new Logged(org.slf4j.Logger.ROOT_LOGGER_NAME, null);
    }

    /** One logger, at this level. */
    public Logged(String name, @Nullable Level level) {
        logger = (Logger) LoggerFactory.getLogger(name);
        before = logger.getLevel();
        ear.setContext(logger.getLoggerContext());
        ear.start();
        logger.addAppender(ear);
        if (level != null) {
            logger.setLevel(level);
        }
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        logger.detachAppender(ear);
        logger.setLevel(before);
        ear.stop();
    }

    /** With everything a layout could write beside the message. */
    private static String whole(ILoggingEvent event) {
        var text = new StringBuilder(event.getThreadName())
                .append(' ')
                .append(event.getLoggerName())
                .append(": ")
                .append(event.getFormattedMessage())
                .append(event.getMDCPropertyMap())
                .append(event.getKeyValuePairs());
        for (var fault = event.getThrowableProxy(); fault != null; fault = fault.getCause()) {
            append(text, fault);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, IThrowableProxy fault) {
        text.append('\n').append(fault.getClassName()).append(": ").append(fault.getMessage());
        for (var suppressed : fault.getSuppressed()) {
            append(text, suppressed);
        }
    }
}
