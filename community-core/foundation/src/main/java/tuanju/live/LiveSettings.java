package tuanju.live;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many pages of one instance may listen at a time.
 *
 * @param perAddress of one network address; mobile networks put many people behind one
 * @param perMember of one member, on all their devices
 */
@ConfigurationProperties("tuanju.live")
record LiveSettings(
        @DefaultValue("5000") int mostOpen,
        @DefaultValue("100") int perAddress,
        @DefaultValue("12") int perMember) {}
