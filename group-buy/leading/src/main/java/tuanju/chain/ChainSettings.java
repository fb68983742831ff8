package tuanju.chain;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.modulith.NamedInterface;

/**
 * How long names that a leader pasted are kept.
 *
 * @param transfersFor so long after a cycle's pickup its texts of transfers still say who sent what
 * @param listsFor so long after it its chain lists still say who wanted what
 */
@ConfigurationProperties("tuanju.chain")
@NamedInterface("rooms")
public record ChainSettings(
        @DefaultValue("90d") Duration transfersFor,
        @DefaultValue("90d") Duration listsFor) {}
