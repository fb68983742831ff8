package tuanju.pickup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long and how often things at the desk may be looked at.
 *
 * @param listsFor so long after pickup a leader can still see a cycle's lists and desk
 * @param revealsFor so long after pickup a full phone number can still be shown
 * @param revealsPerDay full phone numbers one person may be shown in 24 hours
 * @param wrongCodesPerHour wrong pickup codes one person may type in an hour
 */
@ConfigurationProperties("tuanju.pickup")
record PickupSettings(
        @DefaultValue("30d") Duration listsFor,
        @DefaultValue("3d") Duration revealsFor,
        @DefaultValue("30") int revealsPerDay,
        @DefaultValue("10") int wrongCodesPerHour) {}
