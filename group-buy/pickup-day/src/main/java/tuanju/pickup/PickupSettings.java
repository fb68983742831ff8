package tuanju.pickup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.modulith.NamedInterface;

/**
 * How long lists may be looked at, and what they said is remembered.
 *
 * @param listsFor so long after pickup a leader can still see a cycle's lists and desk
 * @param printsFor so long after a list was printed it is known what it said; the orders themselves are kept for years
 */
@ConfigurationProperties("tuanju.pickup")
@NamedInterface("rooms")
public record PickupSettings(
        @DefaultValue("30d") Duration listsFor,
        @DefaultValue("180d") Duration printsFor) {}
