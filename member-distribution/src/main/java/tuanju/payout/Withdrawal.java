package tuanju.payout;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;

/**
 * Money that a referrer asked for.
 *
 * @param tax what of it is withheld
 * @param batch null until an operator gathered it
 * @param approved whether two people approved its batch
 */
record Withdrawal(
        CommunityId community,
        UUID id,
        MemberId member,
        UUID account,
        Money amount,
        Money tax,
        State state,
        UUID hold,
        @Nullable UUID batch,
        boolean approved,
        Instant asked,
        @Nullable Instant ended) {

    /** Where it stands. */
    enum State {
        /** Set aside. */
        LOCKED,
        /** The provider was told, and says how it ends. */
        SENT,
        PAID,
        /** It could not be paid, and is free again. */
        RETURNED
    }

    /** What reaches the referrer. */
    public Money net() {
        return amount.minus(tax);
    }

    /** LOCKED, GATHERED, APPROVED, SENT, PAID or RETURNED: how far it came. */
    public String progress() {
        if (state != State.LOCKED) {
            return state.name();
        }
        return approved ? "APPROVED" : batch == null ? "LOCKED" : "GATHERED";
    }
}
