package tuanju.payment;

import java.time.Instant;
import java.util.UUID;
import tuanju.community.CommunityId;
import tuanju.money.Money;

/** Money that a provider says it has taken for an order, verified and told once per provider transaction. */
public record Capture(
        UUID id, CommunityId community, UUID order, String provider, String transaction, Money amount, Instant at) {}
