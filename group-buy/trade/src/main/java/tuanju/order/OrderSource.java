package tuanju.order;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;

/**
 * What an order belongs to.
 *
 * @param id the team or the cycle; null for an order bought alone
 * @param code its public code, so that an order can lead back to it
 * @param offer the team offer, for TEAM and ALONE
 * @param externalSource the tool an imported order comes from ("kuaituantuan")
 * @param externalKey its name there; the same key of the same source is imported once
 */
public record OrderSource(
        @Nullable UUID id,
        @Nullable Code code,
        @Nullable UUID offer,
        @Nullable String externalSource,
        @Nullable String externalKey) {

    public static OrderSource team(UUID team, Code code, UUID offer) {
        return new OrderSource(team, code, offer, null, null);
    }

    public static OrderSource offer(UUID offer) {
        return new OrderSource(null, null, offer, null, null);
    }

    public static OrderSource cycle(UUID cycle, Code code) {
        return new OrderSource(cycle, code, null, null, null);
    }

    public static OrderSource imported(UUID cycle, Code code, String externalSource, String externalKey) {
        return new OrderSource(cycle, code, null, externalSource, externalKey);
    }
}
