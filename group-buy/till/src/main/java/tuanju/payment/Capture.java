package tuanju.payment;

import java.time.Instant;
import java.util.UUID;
import tuanju.community.CommunityId;
import tuanju.money.Money;

/** Money that a provider says it has taken for an order, verified and told once per provider transaction. */
public record Capture(
        UUID id, CommunityId community, UUID order, String provider, String transaction, Money amount, Instant at) {

    /** Whether it went from hand to hand, so that whoever leads the pickup point has it. */
    public boolean isByHand() {
        return provider.equals(OfflineProvider.NAME);
    }
}
