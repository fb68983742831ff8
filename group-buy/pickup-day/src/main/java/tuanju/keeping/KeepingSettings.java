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
 * @param decisionStands after which a bag that was given away or returned ends its order; until then it can be taken back
 */
@ConfigurationProperties("tuanju.keeping")
record KeepingSettings(
        @DefaultValue("3d") Duration keptFor,
        @DefaultValue("2d") Duration extendBy,
        @DefaultValue("1h") Duration remindAfter,
        @DefaultValue("7d") Duration decisionStands) {}
