package tuanju.pickup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long lists may be looked at.
 *
 * @param listsFor so long after pickup a leader can still see a cycle's lists and desk
 */
@ConfigurationProperties("tuanju.pickup")
record PickupSettings(@DefaultValue("30d") Duration listsFor) {}
