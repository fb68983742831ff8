package tuanju.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.money.Money;

/**
 * A refund as its owner sees it.
 *
 * @param stayed whether it stayed here as its buyer's credit
 * @param done null until the provider has confirmed it
 */
public record RefundCard(
        UUID id,
        Money amount,
        boolean stayed,
        String reason,
        Instant requested,
        @Nullable Instant done) {}
