package tuanju.payment.transfers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.CommunityId;
import tuanju.ledger.Account;
import tuanju.member.MemberId;
import tuanju.money.Money;

/**
 * What is to be paid out, to whom, and whose it was.
 *
 * @param community out of whose money at the provider
 * @param purpose the asking module's word for it: "commission"
 * @param key what it is for there; the same purpose and key are paid once
 * @param payeeAtProvider whom the provider is to pay, in its own words; null where it knows them by our name for them
 * @param from the account that it leaves, and that has it again should it fail
 * @param title what the payee reads
 */
public record TransferRequest(
        CommunityId community,
        String purpose,
        UUID key,
        MemberId payee,
        @Nullable String payeeAtProvider,
        Account from,
        Money amount,
        String title) {}
