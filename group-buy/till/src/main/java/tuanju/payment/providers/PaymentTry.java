package tuanju.payment.providers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;

/**
 * One try to pay an order at one provider.
 *
 * @param code what the provider knows it by (out_trade_no)
 * @param way null until the provider has answered how it can be paid
 */
public record PaymentTry(
        CommunityId community,
        UUID id,
        String code,
        UUID order,
        MemberId payer,
        String provider,
        String title,
        Money amount,
        Status status,
        @Nullable WayToPay way,
        String returnPath,
        Instant payBefore) {

    public enum Status {
        CREATED,
        CAPTURED,
        FAILED,
        CLOSED
    }
}
