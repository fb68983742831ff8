package tuanju.order;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things may take.
 *
 * @param payableFor an order that is not paid in this time is closed
 * @param completedAfter a collected order counts as completed after this time
 */
@ConfigurationProperties("tuanju.order")
record OrderSettings(
        @DefaultValue("30m") Duration payableFor,
        @DefaultValue("7d") Duration completedAfter) {}
