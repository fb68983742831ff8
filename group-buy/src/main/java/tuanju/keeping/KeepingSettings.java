package tuanju.keeping;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long bags are kept that nobody came for.
 *
 * @param keptFor after the pickup time is over
 * @param extendBy how much longer with one tap
 * @param remindAfter a bag is reminded once in this time at most
 */
@ConfigurationProperties("tuanju.keeping")
record KeepingSettings(
        @DefaultValue("3d") Duration keptFor,
        @DefaultValue("2d") Duration extendBy,
        @DefaultValue("1h") Duration remindAfter) {}
