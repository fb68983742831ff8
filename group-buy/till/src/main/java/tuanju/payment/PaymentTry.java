package tuanju.payment;

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
 * @param payUrl null until the provider has answered where the payer goes
 */
record PaymentTry(
        CommunityId community,
        UUID id,
        String code,
        UUID order,
        MemberId payer,
        String provider,
        String title,
        Money amount,
        Status status,
        @Nullable String payUrl,
        String returnPath,
        Instant payBefore) {

    enum Status {
        CREATED,
        CAPTURED,
        FAILED,
        CLOSED
    }
}
