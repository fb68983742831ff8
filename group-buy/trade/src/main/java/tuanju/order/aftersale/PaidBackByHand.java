package tuanju.order.aftersale;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.money.Money;

/**
 * What a leader says they gave back by hand.
 *
 * @param door 86-801, or what of it is known
 * @param note what the leader wrote; empty where nothing
 * @param by who said so; null where the program knew by itself
 */
public record PaidBackByHand(
        UUID id,
        Code order,
        String recipient,
        String door,
        OwedByHand.Why why,
        Money amount,
        How how,
        LocalDate on,
        String note,
        @Nullable MemberId by,
        Instant noted) {

    /** In what way it went back. */
    public enum How {
        CASH,
        WECHAT,
        ALIPAY,
        BANK,
        OTHER
    }
}
