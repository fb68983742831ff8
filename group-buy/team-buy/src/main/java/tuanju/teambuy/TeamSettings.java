package tuanju.teambuy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.modulith.NamedInterface;

/**
 * How team buys keep time.
 *
 * @param seatHeldFor a seat is kept this long while its buyer pays; the order can be paid longer
 */
@ConfigurationProperties("tuanju.teambuy")
@NamedInterface("rooms")
public record TeamSettings(@DefaultValue("10m") Duration seatHeldFor) {}
