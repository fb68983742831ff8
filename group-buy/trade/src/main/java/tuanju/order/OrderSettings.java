package tuanju.order;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.modulith.NamedInterface;

/**
 * How long things may take, and how fast they may come.
 *
 * @param payableFor an order that is not paid in this time is closed
 * @param completedAfter a collected order counts as completed after this time
 * @param perMinute how many orders one person may place within a minute
 */
@ConfigurationProperties("tuanju.order")
@NamedInterface("rows")
public record OrderSettings(
        @DefaultValue("30m") Duration payableFor,
        @DefaultValue("7d") Duration completedAfter,
        @DefaultValue("20") int perMinute) {}
