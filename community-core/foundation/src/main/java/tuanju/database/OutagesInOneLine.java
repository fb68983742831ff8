package tuanju.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.EventArgUtil;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Says in one line that the database was away, whoever says it: where in the libraries that was met helps nobody, and two
 * hundred lines after each fall hide what does.
 */
@Component
class OutagesInOneLine extends TurboFilter implements InitializingBean {

    private static final String ANYWHERE = "";

    @Override
    public void afterPropertiesSet() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getTurboFilterList().removeIf(OutagesInOneLine.class::isInstance);
            context.addTurboFilter(this);
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            @Nullable Object @Nullable [] parameters,
            @Nullable Throwable thrown) {
        var cause = thrown == null ? EventArgUtil.extractThrowable(parameters) : thrown;
        if (cause == null || format == null || !logger.isEnabledFor(level) || !Outage.isBehind(cause)) {
            return FilterReply.NEUTRAL;
        }
        var words = thrown == null ? EventArgUtil.trimmedCopy(parameters) : parameters;
        var said = MessageFormatter.basicArrayFormat(format, words);
        logger.log(marker, ANYWHERE, Level.toLocationAwareLoggerInteger(level), said + ": " + why(cause), null, null);
        return FilterReply.DENY;
    }

    private static String why(Throwable cause) {
        var root = NestedExceptionUtils.getMostSpecificCause(cause);
        var message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return root.getClass().getSimpleName() + " \"" + message + "\"" + place(cause);
    }

    private static String place(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .filter(it -> it.getClassName().startsWith("tuanju."))
                .findFirst()
                .map(it -> " at " + it)
                .orElse("");
    }
}
