package tuanju.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.CommunityId;
import tuanju.money.Money;

/**
 * Something about money that a person must decide (异常单).
 *
 * @param community all zeros when the money belongs to no community we know
 * @param reference the provider's transaction, or the code of a refund
 */
public record ExceptionCase(
        UUID id,
        CommunityId community,
        Kind kind,
        String provider,
        String reference,
        @Nullable UUID order,
        Money amount,
        String detail,
        Instant opened) {

    /** What is wrong. */
    public enum Kind {
        UNKNOWN_PAYMENT,
        WRONG_AMOUNT,
        WRONG_MERCHANT,
        WRONG_CURRENCY,
        /** The order side could not say where the money belongs. */
        NOT_TAKEN,
        /** The provider keeps refusing a refund, or it takes longer than a week. */
        REFUND_STUCK
    }
}
