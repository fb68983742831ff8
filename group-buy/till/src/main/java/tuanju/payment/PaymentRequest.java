package tuanju.payment;

import java.time.Instant;
import java.util.UUID;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;

/**
 * What is to be paid, by whom, until when.
 *
 * @param returnPath where the payer comes back to: /orders/{code}
 */
public record PaymentRequest(
        CommunityId community,
        UUID order,
        Code orderCode,
        MemberId payer,
        Money amount,
        String title,
        String provider,
        Instant payBefore,
        String returnPath) {}
