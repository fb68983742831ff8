package tuanju.payment;

import java.time.Instant;
import java.util.UUID;
import tuanju.community.CommunityId;
import tuanju.money.Money;

/** The provider has confirmed that money went back. */
public record RefundCompleted(UUID refund, CommunityId community, UUID order, Money amount, Instant at) {}
