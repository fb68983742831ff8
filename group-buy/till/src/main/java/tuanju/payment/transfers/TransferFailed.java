package tuanju.payment.transfers;

import java.time.Instant;
import java.util.UUID;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.outbox.Happened;

/** The provider will not pay this out: the money is back in the account it came from. */
public record TransferFailed(
        UUID transfer,
        CommunityId community,
        String purpose,
        UUID key,
        MemberId payee,
        Money amount,
        String reason,
        Instant at)
        implements Happened {

    @Override
    public UUID subject() {
        return key;
    }
}
