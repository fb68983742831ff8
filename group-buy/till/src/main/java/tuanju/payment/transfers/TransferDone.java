package tuanju.payment.transfers;

import java.time.Instant;
import java.util.UUID;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.outbox.Happened;

/** The provider has paid out, or a person has: the payee has the money. */
public record TransferDone(
        UUID transfer, CommunityId community, String purpose, UUID key, MemberId payee, Money amount, Instant at)
        implements Happened {

    @Override
    public UUID subject() {
        return key;
    }
}
