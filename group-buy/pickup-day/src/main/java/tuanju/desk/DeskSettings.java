package tuanju.desk;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.modulith.NamedInterface;

/**
 * How long and how often things at the desk may be looked at.
 *
 * @param revealsFor so long after pickup a full phone number can still be shown
 * @param revealsPerDay full phone numbers one person may be shown in 24 hours
 * @param wrongCodesPerHour wrong pickup codes one person may type in an hour
 */
@ConfigurationProperties("tuanju.desk")
@NamedInterface("rooms")
public record DeskSettings(
        @DefaultValue("3d") Duration revealsFor,
        @DefaultValue("30") int revealsPerDay,
        @DefaultValue("10") int wrongCodesPerHour) {}
