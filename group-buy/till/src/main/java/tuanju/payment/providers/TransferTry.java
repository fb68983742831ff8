package tuanju.payment.providers;

import java.time.Instant;
import java.util.UUID;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;

/**
 * A transfer on its way, as it is told to the provider.
 *
 * @param code stays the same whatever happens (out_batch_no)
 * @param payeeAtProvider whom the provider pays, in its own words
 * @param sent whether the provider may have been told of it before
 * @param attempts how often it was tried or asked about, this time included
 */
public record TransferTry(
        CommunityId community,
        UUID id,
        String code,
        String purpose,
        UUID key,
        MemberId payee,
        String payeeAtProvider,
        String provider,
        Money amount,
        String title,
        boolean sent,
        int attempts,
        Instant requested) {}
