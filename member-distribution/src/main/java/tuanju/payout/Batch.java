package tuanju.payout;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;

/**
 * Withdrawals that are paid together.
 *
 * @param first who approved it first; null where nobody did
 * @param approved when the second approved it; null before
 * @param waiting how many of them are not paid and not returned
 */
record Batch(
        CommunityId community,
        UUID id,
        Instant made,
        @Nullable MemberId first,
        @Nullable Instant approved,
        int withdrawals,
        int waiting,
        Money amount) {

    /** 0, 1 or 2. */
    public int approvals() {
        return approved != null ? 2 : first != null ? 1 : 0;
    }
}
