package tuanju.payment.providers;

import java.time.Instant;
import java.util.UUID;
import tuanju.community.CommunityId;
import tuanju.money.Money;

/**
 * A refund on its way, as it is told to the provider.
 *
 * @param code stays the same over all tries (out_refund_no)
 * @param attempts how often it was tried, this time included
 */
public record RefundTry(
        CommunityId community,
        UUID id,
        String code,
        UUID payment,
        String paymentCode,
        UUID order,
        String provider,
        Money amount,
        String reason,
        Status status,
        int attempts,
        Instant requested) {

    public enum Status {
        REQUESTED,
        PROCESSING,
        FAILED,
        DONE
    }
}
